-- A library as the program wrote it in version 1 of its tables: an article of a file, one without.
PRAGMA application_id = 1114788161;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE article (
            place INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            publisher TEXT,
            published TEXT,
            url TEXT,
            text TEXT NOT NULL,
            text_sha256 TEXT NOT NULL,
            pages TEXT NOT NULL,
            file_name TEXT,
            file_sha256 TEXT,
            added_at TEXT NOT NULL,
            parser TEXT
        );
INSERT INTO "article" VALUES(1,'bridge','Bridge','Reuters','2026-01-02',NULL,'The bridge over the Ister opened on Monday. (AFP)
','8b760c3058800884a0912556c27244deffc7fe4b99f9e99ea9750a71dc08105d','[]','bridge.md','90e4b669d969228b7a097f2ed03812b29740669aba6d8844331fd68721a0d68f','2026-01-03T00:00:00+00:00','of version 1');
INSERT INTO "article" VALUES(2,'taken-over','Taken over',NULL,NULL,NULL,'They met.
','5c18bdc454b99cc9cfba62d132606651583a4db35e7b9abb66717f5af0cfa770','[]',NULL,NULL,'2026-01-03T00:00:00+00:00',NULL);
CREATE TABLE credit (
            place INTEGER NOT NULL,
            number INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            outlet TEXT NOT NULL,
            PRIMARY KEY (place, number, rank),
            FOREIGN KEY (place, number) REFERENCES piece (place, number) ON DELETE CASCADE
        ) WITHOUT ROWID
        ;
INSERT INTO "credit" VALUES(1,0,0,'AFP');
INSERT INTO "credit" VALUES(1,1,0,'AFP');
CREATE TABLE feedback (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            given_at TEXT NOT NULL,
            good INTEGER NOT NULL,
            reason TEXT,
            question TEXT NOT NULL,
            history TEXT NOT NULL,
            answer TEXT NOT NULL
        );
INSERT INTO "feedback" VALUES(1,'2026-01-03T00:00:00+00:00',1,NULL,'When did it open?','[]','{"text": "On Monday. [1]"}');
CREATE TABLE passage (
            place INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            number INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            framed_sha256 BLOB NOT NULL,
            PRIMARY KEY (place, number)
        ) WITHOUT ROWID
        ;
INSERT INTO "passage" VALUES(1,0,0,43,X'31D2A423D07783C4E6E3473E282459AADCD42BBA35BEF56133E613CCCCC62BA7');
CREATE TABLE piece (
            place INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            heading TEXT,
            lead_in INTEGER NOT NULL,
            credited INTEGER NOT NULL,
            speaker TEXT,
            cue_first INTEGER,
            cue_last INTEGER,
            PRIMARY KEY (place, number)
        ) WITHOUT ROWID
        ;
INSERT INTO "piece" VALUES(1,0,'sentence',0,43,NULL,0,1,NULL,44,49);
INSERT INTO "piece" VALUES(1,1,'credit',44,49,NULL,0,1,NULL,44,49);
CREATE TABLE revision (number INTEGER NOT NULL);
INSERT INTO "revision" VALUES(2);
CREATE TABLE shingle (
            hash INTEGER NOT NULL,
            place INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
            PRIMARY KEY (hash, place)
        ) WITHOUT ROWID
        ;
INSERT INTO "shingle" VALUES(-7673022748535576433,1);
INSERT INTO "shingle" VALUES(-5236917192646748098,1);
INSERT INTO "shingle" VALUES(4211751720188630300,1);
INSERT INTO "shingle" VALUES(7207374348763756642,1);
INSERT INTO "shingle" VALUES(8972619970262370160,1);
INSERT INTO "shingle" VALUES(-6649830134678490831,2);
CREATE TABLE vector (
            model TEXT NOT NULL,
            framed_sha256 BLOB NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (model, framed_sha256)
        ) WITHOUT ROWID
        ;
INSERT INTO "vector" VALUES('4ec87ad410ff8fb3ee1d49bd9667e1805f4636fe7372aafc713dc64e716b052e',X'31D2A423D07783C4E6E3473E282459AADCD42BBA35BEF56133E613CCCCC62BA7',X'A311453EA31145BE000000000C5676BF');
CREATE INDEX article_by_text ON article (text_sha256);
CREATE INDEX passage_by_text ON passage (framed_sha256);
CREATE INDEX shingle_by_article ON shingle (place);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('article',2);
INSERT INTO "sqlite_sequence" VALUES('feedback',1);
COMMIT;
