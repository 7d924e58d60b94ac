"""Chinese personal names: whether a word may be one, told by the surname that it begins with.

The surnames are those of the Hundred Family Surnames (百家姓) and the commonest of today's that it
lacks, in simplified characters.
"""

import re

from store.press.forms.patterns import HAN, IN_PARTS, NAME
from store.words.fold import fold

_SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛"
    "奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康"
    "伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵"
    "席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗"
    "丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫"
    "乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄"
    "印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮"
    "牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡"
    "国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查"
    "后荆红游竺权逯盖益桓公涂肖覃付代岳楚鄢仝佟苟郄药战展揭哈佘么尧麦苑原占闫邸逢初冼楼粟来官"
    "宾库晋谌兰晓门商牟年墨帅漆"
)
_DOUBLE = frozenset(
    re.findall(
        "..",
        "万俟司马上官欧阳夏侯诸葛闻人东方赫连皇甫尉迟公羊澹台公冶宗政濮阳淳于单于太叔申屠"
        "公孙仲孙轩辕令狐钟离宇文长孙慕容鲜于闾丘司徒司空亓官司寇端木拓跋呼延西门南宫东郭"
        "百里独孤纳兰第五左丘梁丘",
    )
)
_NAMES = re.compile(rf"{NAME}(?:[ 、,/]+{NAME}){{0,5}}")
_FOREIGN = re.compile("[·•]")
_NO_NAMES = re.compile(
    r"综合|新闻|报[道导讯]|中心|集团|办公室|委员|新华|本报|编辑|视觉|时间|时评|社评"
    r"|方法|成[果效就]|安全|金融|党建|农[村业民]|水[利库]|花[卉园]|平安|和[平谐]"
    r"|高[考校原]|向[前好上]|东[方部]|全[国市县省]|文[化明学]|国[家际内]|明[天年]"
    r"|公[告益开]|时[代光]|相关|关[于注]|解[读决]|应[对用]|经[济验]|管理|强[化县]"
    r"|能源|连线"
)


def is_person(word: str) -> bool:
    """Return whether `word` has the form of a Chinese name: a surname and one or two characters."""
    if re.fullmatch(IN_PARTS, word):
        return True
    plain = fold(word)
    if not re.fullmatch(f"{HAN}{{2,4}}", plain) or _NO_NAMES.match(plain):
        return False
    return plain[:2] in _DOUBLE if len(plain) == 4 else plain[0] in _SINGLE


def are_people(text: str) -> bool:
    """Return whether the folded `text` is nothing but names of people, six at the most."""
    if not _NAMES.fullmatch(text):
        return False
    return all(_FOREIGN.search(word) or is_person(word) for word in re.split(r"[ 、,/]+", text))
