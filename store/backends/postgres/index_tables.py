"""The tables of the index that an archive's database keeps: as the index in a file has them.

``index_copy`` has such a file as it is, in parts.
"""

MOST_OF_COPY = 5 * 2**20
"""Bytes of a part of an index that lies there as a whole."""

INDEX_TABLES = f"""
CREATE TABLE IF NOT EXISTS dubao.index_state (
    one boolean PRIMARY KEY DEFAULT true CHECK (one), format int NOT NULL, change bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS dubao.index_issues (
    first int PRIMARY KEY, articles int NOT NULL, live boolean NOT NULL,
    id text NOT NULL, revision bigint NOT NULL, own text NOT NULL,
    keywords bytea NOT NULL, names bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS dubao.index_articles (
    number int PRIMARY KEY, grams int[] NOT NULL, traits text[] NOT NULL,
    text text NOT NULL, head text NOT NULL, byline text NOT NULL, "column" text NOT NULL
) WITH (toast_tuple_target = 128);
ALTER TABLE dubao.index_articles ALTER text SET STORAGE EXTERNAL;
CREATE INDEX IF NOT EXISTS index_grams ON dubao.index_articles USING gin (grams);
ALTER INDEX dubao.index_grams RESET (fastupdate);
CREATE INDEX IF NOT EXISTS index_traits ON dubao.index_articles
    USING gin (traits) WITH (fastupdate = off);
CREATE TABLE IF NOT EXISTS dubao.index_words (
    number int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, folded text COLLATE "C" UNIQUE NOT NULL,
    word text NOT NULL, kind text NOT NULL, articles int NOT NULL, uses int NOT NULL
);
CREATE INDEX IF NOT EXISTS index_most ON dubao.index_words (articles);
CREATE TABLE IF NOT EXISTS dubao.index_spellings (
    key text COLLATE "C", number int, PRIMARY KEY (key, number)
);
CREATE INDEX IF NOT EXISTS index_spelt ON dubao.index_spellings (number);
CREATE TABLE IF NOT EXISTS dubao.index_copy (
    part int PRIMARY KEY, format int NOT NULL,
    data bytea NOT NULL CHECK (octet_length(data) <= {MOST_OF_COPY})
);
ALTER TABLE dubao.index_copy ALTER data SET STORAGE EXTERNAL;
"""
