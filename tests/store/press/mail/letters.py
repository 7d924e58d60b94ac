"""Mails and saved pages as programs write them, made in code."""

from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

FERRY = (
    "天刚亮，渡口的老船已经离岸。掌船的人把篙往水里一点，船头便慢慢转过来，朝对面的柳树滩去了。",
    "这条渡船从民国时就有，修过七回，换过三任船工。如今镇上修了桥，坐船的人少了，船却一天也没停过。",
)
WELL = (
    "镇北的老井清淤完工。十二名村民轮班干了九天，挖出的淤泥装了四十车，井水重新见了底。",
    "井台边立了一块新碑，刻着出工人的名字，也刻着下一回清淤的年份，免得后来的人忘了日子。",
)
STORY = (
    "<html><head><title>一条船渡了七十年</title></head><body><h1>一条船渡了七十年</h1>"
    f"<p>{FERRY[0]}</p><p>{FERRY[1]}</p><p>{WELL[1]}</p></body></html>"
)
DIGEST = (
    '<html><body><table><tr><td><a href="https://linjiang.example/v">在浏览器中查看</a></td></tr>'
    f"<tr><td><h2>一条船渡了七十年</h2><p>{FERRY[0]}</p><p>{FERRY[1]}</p></td></tr>"
    f"<tr><td><h2>四十车淤泥换来一井清水</h2><p>{WELL[0]}</p><p>{WELL[1]}</p></td></tr>"
    '<tr><td>您收到此邮件是因为订阅了临江晚报。<a href="https://linjiang.example/u">退订</a></td></tr>'
    "</table></body></html>"
)
PAGES = "\n".join(
    (
        *("第1版 要闻", "一条船渡了七十年", *(f"　　{each}" for each in FERRY)),
        *("四十车淤泥换来一井清水", f"　　{WELL[0]}", ""),
    )
)
LETTER = "From: {}\r\nTo: reader@linjiang.example\r\nSubject: {}\r\nDate: {}\r\n"
SENT = "Sat, 05 Apr 2031 06:30:00 +0800"


def mail(*parts: MIMEText | MIMEImage | MIMEApplication | MIMEMultipart, how: str = "alternative",
         subject: str = "临江晚报早报", sender: str = "临江晚报", charset: str = "utf-8",
         sent: str = SENT) -> bytes:  # fmt: skip
    """Return a mail of these parts."""
    message = parts[0] if len(parts) == 1 else MIMEMultipart(how, _subparts=list(parts))
    message["From"] = f"{Header(sender, charset).encode()} <news@linjiang.example>"
    message["To"] = "reader@linjiang.example"
    message["Subject"] = Header(subject, charset).encode()
    message["Date"] = sent
    return message.as_bytes()


def html(markup: str, charset: str = "utf-8") -> MIMEText:
    """Return a part of markup."""
    return MIMEText(markup, "html", charset)


def text(words: str, charset: str = "utf-8") -> MIMEText:
    """Return a part of text."""
    return MIMEText(words, "plain", charset)


def saved(markup: str, address: str = "https://linjiang.example/2031/0405/1.html") -> bytes:
    """Return a page as Chrome saves it in one file."""
    page = html(markup)
    page["Content-Location"] = address
    related = MIMEMultipart("related", _subparts=[page, MIMEImage(b"x", "png")])
    del related["MIME-Version"]
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\n"
        f"Subject: {Header('一条船渡了七十年', 'utf-8').encode()}\r\n"
        "Date: Tue, 08 Apr 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    )
    return head.encode() + related.as_bytes()
