"""What is asked of the tables of an archive.

Each row that is read begins with the archive's last change, and its format: nulls where there is
no archive. What is read is cast to the types that are expected: the tables may be others by now.
"""

LOCKS = 0x64756261  # "duba"
"""The first half of the advisory locks' keys; the second says what is done."""

CHANGE = "SELECT max(change)::bigint, max(version)::int FROM dubao.archive"
ARCHIVE = f"SELECT a.*, f.* FROM ({CHANGE}) AS a (change, version) LEFT JOIN LATERAL"
READ = f"""{ARCHIVE} (
    SELECT change::bigint, octet_length(data),
        CASE WHEN octet_length(data) <= %s THEN data::bytea END, true
    FROM dubao.files WHERE name = %s
) AS f ON true"""
STAMP = f"""{ARCHIVE} (
    SELECT change::bigint, octet_length(data), written::timestamptz
    FROM dubao.files WHERE name = %s AND data IS NOT NULL
) AS f ON true"""
SEVERAL = f"""{ARCHIVE} (
    SELECT name, change::bigint, octet_length(data) FROM dubao.files
    WHERE name = ANY(%s) AND change IS NOT NULL AND data IS NOT NULL
) AS f ON true"""
STAMPS = f"""{ARCHIVE} (
    SELECT name, change::bigint, octet_length(data) FROM dubao.files
    WHERE starts_with(name, %s) AND right(name, 5) = '.json'
        AND change IS NOT NULL AND data IS NOT NULL
) AS f ON true"""
NAMES = f"""{ARCHIVE} (
    SELECT name FROM dubao.files WHERE starts_with(name, %s) ORDER BY name
) AS f ON true"""
MAY_WRITE = f"""
SELECT a.*, has_table_privilege('dubao.files', 'INSERT') FROM ({CHANGE}) AS a
"""
CLUSTER = """
SELECT system_identifier, (SELECT oid::bigint FROM pg_database WHERE datname = current_database())
FROM pg_control_system()
"""
BEGIN = f"""
BEGIN;
SET LOCAL lock_timeout = {{patience}};
SELECT pg_advisory_xact_lock({LOCKS}, 0);
SET LOCAL lock_timeout = 0
"""
TRY = "SELECT pg_try_advisory_lock(%s, hashtext(%s))"
PUT = """
INSERT INTO dubao.files (name, data, change) VALUES (%s, %s, nextval('dubao.changes'))
ON CONFLICT (name) DO UPDATE SET data = excluded.data, change = excluded.change, written = now()
"""
MOVE = "UPDATE dubao.files SET name = %s, change = nextval('dubao.changes') WHERE name = %s"
COMMIT = "UPDATE dubao.archive SET change = nextval('dubao.changes') RETURNING change; COMMIT"
HOLDER = """
SELECT application_name, xact_start FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND classid = %s AND objid = 0 AND granted
    AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
