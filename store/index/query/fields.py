"""The words of the query language: fields, states and kinds, with their Chinese names."""

from typing import Literal

from store.models import Kind

_FIELDS = {
    "headline": ("标题", "title"),
    "byline": ("作者", "记者", "author"),
    "column": ("栏目",),
    "paper": ("报", "报纸"),
    "page": ("版", "版面"),
    "date": ("日期",),
    "is": ("是",),
    "kind": ("类", "类型", "体裁"),
    "tag": ("标签",),
}

FIELD_OF = {name: field for field, others in _FIELDS.items() for name in (field, *others)}
"""The field that each name stands for."""

STATE_OF: dict[str, tuple[Literal["read", "starred", "doubtful"], bool]] = {
    **dict.fromkeys(("unread", "未读"), ("read", False)),
    **dict.fromkeys(("read", "已读"), ("read", True)),
    **dict.fromkeys(("starred", "星标", "收藏"), ("starred", True)),
    **dict.fromkeys(("doubtful", "存疑"), ("doubtful", True)),
}
"""What each value of ``is:`` asks for: a mark or the press's doubt, and whether that must hold."""

KIND_OF: dict[str, Kind] = {
    **dict.fromkeys(("news", "新闻", "消息"), "news"),
    **dict.fromkeys(("photo", "图片", "照片"), "photo"),
    **dict.fromkeys(("commentary", "评论", "言论"), "commentary"),
    **dict.fromkeys(("notice", "公告", "通知"), "notice"),
    **dict.fromkeys(("document", "文件", "文献"), "document"),
    **dict.fromkeys(("brief", "简讯"), "brief"),
}
"""The kind of article that each value of ``kind:`` asks for."""
