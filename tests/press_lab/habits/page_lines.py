"""Lines that name the page, the paper and the day: above a page, over or under its stories."""

from tests.press_lab.habits.tables import table

PAGE_LINES = table({
    "第{page}版 {section}": "district daily briefs supplement photo",
    "第{page:02}版：{section}": "district daily epaper feed",
    "第{page:02}版:{section}": "district epaper photo",
    "{page:02}版：{section}": "epaper browser daily",
    "第{page:03}版：{section}": "epaper daily district",
    "{page:05}版:{section}": "epaper city",
    "{page:02} 版": "district",
    "第{pagecn}版 {section}": "district archive supplement",
    "第{pagecn}版": "archive daily",
    "第A{page:02}版:{section}": "city epaper",
    "第A{page:04}版:{section}": "city",
    "A{page:02} {section}": "city island layout",
    "A{page}版": "city briefs",
    "【A{page:02} {section}】": "city",
    "T{page:02}  {section}": "city supplement",
    "{page} {section} {date} 星期{week}": "city district briefs",
    "{page:02} {section}  {iso}  星期{week}": "city epaper",
    "{section} {date} 星期{week} {page}": "city district",
    "{date} 第 {page} 版": "archive epaper photo",
    "{paper} {date} 第 {page} 版": "epaper archive layout",
    "{paper} {date} {page}版": "district briefs",
    "{date}{paper} 第{page}版": "archive",
    "{paper}  {iso}  {page:02}版": "epaper briefs",
    "（ {date} 第 {page:02} 版 ）": "epaper supplement",
    "{iso} 第{page:02}版：{section}": "epaper feed",
    "{paper} · {section} · 第{page}版": "supplement",
    "第{page:02}版：{section}　上一版　下一版": "epaper",
    "版次：{page:02}": "portal epaper",
    "第 {page} 版 / 共 {total} 版": "epaper",
    "{section}　{page}": "supplement",
    "{page}/{section}": "city",
})  # fmt: skip
"""Above the stories of a page."""

CLOSING = table({
    "《 {paper} 》（ {date}   {page:02} 版）": "epaper book",
    "《{paper}》{date} 第{page:02}版": "book supplement",
    "（{paper} {date} 第{page}版）": "book photo",
    "——{paper} {iso} {page:02}版": "supplement",
    "（原载《{paper}》{date}第{page}版）": "supplement archive",
    "{date} 第 {page:02} 版 {paper}": "epaper",
    "来源：{paper} {iso} 第{page:02}版": "portal epaper",
    "[ {paper} {date} 第{page:02}版 ]": "book",
})  # fmt: skip
"""Behind each story."""

UNDER_HEAD = table({
    "《{paper}》（{date} 第 {page:02} 版）": "book",
    "《{paper}》( {date} 第{page:02}版 )": "book",
    "《{paper}》 {date} 第 {page} 版": "book supplement",
    "（{paper}，{date}，第{page}版）": "book",
    "【{paper}】{iso} 第{page:02}版": "book",
    "《{paper}》（{iso} {page:02}版 {section}）": "book",
    "{paper} {date} 第{page:02}版": "book archive",
})  # fmt: skip
"""Under each headline, as in books that a program makes of a paper."""

IN_HEADLINE = table({
    "{{page:02}}版{{section}} - {}": "feed",
    "第{{page:02}}版：{{section}} | {}": "feed",
    "A{{page:02}}{{section}}：{}": "feed",
    "[{{page:02}}版] {}": "feed",
    "{{page:02}} {{section}} — {}": "feed",
    "{{page}}版-{}": "feed",
})  # fmt: skip
"""Page and headline in one line, as in the titles of a feed; {} is the headline."""

MASTHEADS = table({
    "{paper}": "district daily city supplement briefs photo",
    "{paper}|{date} 星期{week}": "district daily city epaper photo",
    "{paper} {date} 星期{week}": "district daily epaper briefs island vertical layout",
    "{paper} {date}": "daily district epaper city",
    "{date} 星期{week}|{paper}|第{issue}期 今日{total}版": "district daily",
    "{paper}|中共{town}县委员会、{town}县人民政府主办|{date} 星期{week} 第{issue}期": "district",
    "{paper}|中共{town}市委主管主办|国内统一连续出版物号 CN 33-00{n}|{cndate} 农历三月初五": (
        "district daily"
    ),
    "{paper}||{iso}": "district city epaper briefs",
    "{paper}|{dotted}|总第{issue}期": "district supplement city",
    "{paper}  {slashed}  星期{week}": "city briefs",
    "{paper}|{cndate} 星期{week} 第{issue}号": "daily archive",
    "{paper}  {spacedday}  星期{week}": "city layout",
    "{paper}|{date0} 星期{week} 今日{total}版": "district daily",
    "{paper}社出版|{date}|内部资料 免费交流": "district",
    "{paper}数字报|{iso} 星期{week}": "epaper city",
    "{roc} 星期{week}": "island",
    "{paper}|{roc} 星期{week}": "island vertical",
    "{paper}|{rocn} 星期{week}": "island vertical",
    "{paper}|{rocn}（星期{week}）": "vertical",
    "{paper}|{iso}": "feed portal",
})  # fmt: skip
"""Above the front page; | parts lines, || leaves one blank."""

ENGLISH_MASTHEADS = table({
    "THE {site} HERALD": "english",
    "THE {site} HERALD|Monday, March 3, {year}": "english",
    "The {site} Daily|Page {page}": "english",
    "Page {page}": "english",
})  # fmt: skip
