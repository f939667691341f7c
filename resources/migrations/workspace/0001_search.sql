CREATE VIEW `messages_search` AS SELECT `seq`, replace(`text`, 'ı', 'i') AS `body` FROM `messages` WHERE `deleted_at` IS NULL;
--> statement-breakpoint
CREATE VIRTUAL TABLE `messages_fts` USING fts5(`body`, content='messages_search', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `messages_fts`(`messages_fts`, `rank`) VALUES('secure-delete', 1);
