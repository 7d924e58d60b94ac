"""Examples of each command, for its help and the manual."""

EXAMPLES = {
    "read": ("dubao", "dubao page.txt"),
    "import": ("dubao import page.txt folder all.zip", "dubao import --dry-run --json page.html"),
    "watch": ("dubao watch incoming", "dubao watch --every 30 -q incoming"),
    "subscribe": ("dubao subscribe rmrb --at 06:30", "dubao subscribe --edit rmrb --pages 1-4"),
    "unsubscribe": ("dubao unsubscribe rmrb", "dubao unsubscribe rmrb gmrb"),
    "subscriptions": ("dubao subscriptions", "dubao subscriptions --opml"),
    "papers": ("dubao papers", "dubao papers rm"),
    "fetch": ("dubao fetch", "dubao fetch --since 2024-03-01 rmrb"),
    "list": ("dubao list", "dubao list --doubtful"),
    "show": (
        "dubao show qingxishibao-2024-03-12",
        "dubao show qingxishibao-2024-03-12/1.3 --format markdown",
    ),
    "brief": ("dubao brief", "dubao brief --new 防汛"),
    "search": ("dubao search 防汛 水库", "dubao search headline:hwx date:2024-03.."),
    "export": ("dubao export -o all.zip", "dubao export --query 防汛 -o flood.md"),
    "move": (
        "dubao move qingxishibao-2024-03-12 --to other-library",
        "dubao move --query date:..2019 --to old-papers",
    ),
    "edit": (
        "dubao edit qingxishibao-2024-03-12/1.3 --line headline --text 老桥修好了",
        "dubao edit qingxishibao-2024-03-12 --undo",
    ),
    "reimport": ("dubao reimport --dry-run", "dubao reimport qingxishibao-2024-03-12"),
    "remove": ("dubao remove qingxishibao-2024-03-12", "dubao remove --undo"),
    "check": ("dubao check --repair", "dubao check --verify all.zip"),
    "clips": ("dubao clips --query 防汛 -o 剪报.csv", "dubao clips --note k4wd2q 写序时用"),
    "keywords": ("dubao keywords qingxishibao-2024-03-12", "dubao keywords date:2024-03"),
    "trend": ("dubao trend 防汛", "dubao trend 防汛 抗旱"),
    "similar": ("dubao similar qingxishibao-2024-03-12/1.3", "dubao similar qx-2024-03-12/1.1"),
    "filters": ("dubao filters floods 防汛 水库", "dubao filters sports kind:photo --hide"),
    "words": ("dubao words add 望舒桥", "dubao words add 区月白 --kind person"),
    "reindex": ("dubao reindex --words", "dubao reindex --share"),
    "serve": ("dubao serve --keys guests.pub", "dubao serve --anyone --port 8022"),
    "library": (
        "dubao library init postgresql://archive.example/papers",
        "dubao library init ~/papers",
    ),
    "config": ("dubao config theme night", "dubao config keys.star s,f2"),
    "keys": ("dubao keys", "dubao keys --json"),
    "completion": ("dubao completion bash", "dubao completion fish"),
    "help": ("dubao help filter", "dubao help import"),
}
"""Two for each, as they are typed."""
