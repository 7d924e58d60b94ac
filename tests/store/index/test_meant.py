"""What a term with Latin letters stands for."""

from collections import Counter

from store.index.meant import JOINED, parts_spelt, ranked, words_meant
from store.words.latin import fits

KEYS = {"城南": ["cheng nan"], "水库": ["shui ku"]}


def test_letters_beside_characters_stand_for_words() -> None:
    assert parts_spelt("城南sk") == ("城南sk", "南sk", "sk")
    uses = {
        "城南sk": Counter({"城南水库区": 1}),
        "南sk": Counter[str](),
        "sk": Counter({"上空": 2, "水库": 5}),
    }
    assert words_meant("城南sk", uses).words == ("城南sk", "城南水库区", "城南水库", "城南上空")


def test_characters_before_the_letters_may_be_of_their_word() -> None:
    assert parts_spelt("青溪城南水k") == ("青溪城南水k", "城南水k", "南水k", "水k", "k")
    uses = {part: Counter[str]() for part in parts_spelt("城南水k")} | {"水k": Counter(["水库"])}
    assert words_meant("城南水k", uses).words == ("城南水k", "城南水库")


def test_letters_may_stand_among_the_characters_of_several_words() -> None:
    for term in ("城nan水ku", "城n水k", "c南水ku", "cn水ku"):
        uses = {part: Counter[str]() for part in parts_spelt(term)}
        for part in uses:
            uses[part].update(word for word in ("城南", "水库") if fits(part, word, KEYS[word]))
        assert "城南水库" in words_meant(term, uses).words


def test_letters_that_no_word_is_spelt_with_stand_for_themselves() -> None:
    for term in ("桥!x", "桥]0;x", "\x1b桥;x\x07"):
        uses = {part: Counter[str]() for part in parts_spelt(term)}
        assert words_meant(term, uses).words[0] == term


def test_letters_alone_stand_for_words_by_their_use() -> None:
    assert parts_spelt("sk") == ("sk",)
    assert words_meant("sk", {"sk": Counter({"上空": 2, "水库": 5, "sk": 9})}).words == (
        "sk",
        "水库",
        "上空",
    )


def test_what_the_letters_spell_to_its_end_comes_first() -> None:
    uses = Counter({"这件毛衣": 9, "祝建明": 1, "在家门口": 7, "张建民": 2})
    assert ranked("zjm", uses) == ["张建民", "祝建明", "这件毛衣", "在家门口"]
    assert words_meant("zjm", {"zjm": uses}).words[:3] == ("zjm", "张建民", "祝建明")


def test_few_words_are_looked_for_however_many_letters_there_are() -> None:
    many = Counter({f"词{at}": at for at in range(1000)})
    for term in ("城s", "s城s", "s城s城s"):
        uses = dict.fromkeys(parts_spelt(term), many) | {term: Counter[str]()}
        assert 1 < len(words_meant(term, uses).words) <= JOINED * 4
