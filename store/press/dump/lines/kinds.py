"""What a line of a newspaper's page can be."""

# The kinds of line, in the order in which a story has them.
FURNITURE = "furniture"  # masthead, running head, advertisement, hotline, editors
COLUMN = "column"  # 栏目, above a headline
HEAD = "head"  # 引题, 主题 or 副题
BYLINE = "byline"  # on a line of its own
BACK = "back"  # （上接1版）
LEAD = "lead"  # the first paragraph
BODY = "body"  # a further paragraph
REST = "rest"  # the rest of a paragraph that a column's end has cut
CROSSHEAD = "crosshead"  # 小标题
CAPTION = "caption"  # 图片说明
TAIL = "tail"  # a last paragraph in brackets: （本报柏林电）, （作者为…）
CREDIT = "credit"  # 文/摄
JUMP = "jump"  # （下转2版）
INDEX = "index"  # 导读 and its entries

PAGE_LINE = "page"  # for certain; it parts the pages and is not weighed

KINDS = (
    FURNITURE,
    COLUMN,
    HEAD,
    BYLINE,
    BACK,
    LEAD,
    BODY,
    REST,
    CROSSHEAD,
    CAPTION,
    TAIL,
    CREDIT,
    JUMP,
    INDEX,
)
