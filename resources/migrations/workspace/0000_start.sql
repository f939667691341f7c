CREATE TABLE `channel_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`network` text NOT NULL,
	`remote_id` text NOT NULL,
	`handle` text NOT NULL,
	`display_name` text NOT NULL,
	`url` text,
	`service_url` text NOT NULL,
	`has_credential` integer NOT NULL,
	`state` text NOT NULL,
	`state_reason` text,
	`capabilities` text NOT NULL,
	`capabilities_at` integer NOT NULL,
	`budget` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channel_accounts_remote` ON `channel_accounts` (`network`,`service_url`,`remote_id`);--> statement-breakpoint
CREATE TABLE `coverage_spans` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`stream` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`gap_reason` text,
	`is_refillable` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `coverage_spans_stream` ON `coverage_spans` (`account_id`,`stream`,`from_at`);--> statement-breakpoint
CREATE TABLE `streams` (
	`account_id` text NOT NULL,
	`stream` text NOT NULL,
	`cursor` text,
	`backfill_cursor` text,
	`backfill_until` integer,
	`last_pull_at` integer,
	`last_event_at` integer,
	`failures` integer NOT NULL,
	PRIMARY KEY(`account_id`, `stream`),
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `contact_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`network` text NOT NULL,
	`service_url` text NOT NULL,
	`remote_id` text NOT NULL,
	`handle` text NOT NULL,
	`display_name` text NOT NULL,
	`url` text,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_identities_remote` ON `contact_identities` (`network`,`service_url`,`remote_id`);--> statement-breakpoint
CREATE INDEX `contact_identities_contact` ON `contact_identities` (`contact_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`search_text` text NOT NULL,
	`note` text NOT NULL,
	`language` text,
	`merged_into` text,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `contacts_recent` ON `contacts` (`last_seen_at`,`id`);--> statement-breakpoint
CREATE TABLE `conversation_labels` (
	`conversation_id` text NOT NULL,
	`label_id` text NOT NULL,
	PRIMARY KEY(`conversation_id`, `label_id`),
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`label_id`) REFERENCES `labels`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversation_labels_label` ON `conversation_labels` (`label_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`remote_id` text NOT NULL,
	`kind` text NOT NULL,
	`visibility` text NOT NULL,
	`status` text NOT NULL,
	`contact_id` text NOT NULL,
	`contact_remote_id` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_handle` text NOT NULL,
	`contact_url` text,
	`post_id` text,
	`url` text,
	`preview` text NOT NULL,
	`is_preview_outbound` integer NOT NULL,
	`last_message_at` integer NOT NULL,
	`last_inbound_at` integer,
	`unread_count` integer NOT NULL,
	`assignee_id` text,
	`snoozed_until` integer,
	`has_draft` integer NOT NULL,
	`outbox_state` text,
	`is_muted` integer NOT NULL,
	`is_contact_blocked` integer NOT NULL,
	`is_target_deleted` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_remote` ON `conversations` (`account_id`,`remote_id`);--> statement-breakpoint
CREATE INDEX `conversations_status` ON `conversations` (`status`,`last_message_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `conversations_recent` ON `conversations` (`last_message_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `conversations_kind` ON `conversations` (`kind`,`status`,`last_message_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `conversations_unread` ON `conversations` (`last_message_at`,`id`) WHERE deleted_at is null and unread_count > 0;--> statement-breakpoint
CREATE INDEX `conversations_drafts` ON `conversations` (`last_message_at`,`id`) WHERE deleted_at is null and has_draft = 1;--> statement-breakpoint
CREATE INDEX `conversations_snoozed` ON `conversations` (`snoozed_until`) WHERE deleted_at is null and status = 'snoozed';--> statement-breakpoint
CREATE INDEX `conversations_assignee` ON `conversations` (`assignee_id`,`last_message_at`,`id`) WHERE deleted_at is null and assignee_id is not null;--> statement-breakpoint
CREATE INDEX `conversations_contact` ON `conversations` (`contact_id`,`last_message_at`);--> statement-breakpoint
CREATE TABLE `labels` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`colour` text NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `labels_name` ON `labels` (`folded`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`remote_id` text NOT NULL,
	`author_name` text NOT NULL,
	`author_handle` text NOT NULL,
	`is_own` integer NOT NULL,
	`text` text NOT NULL,
	`url` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_remote` ON `posts` (`account_id`,`remote_id`);--> statement-breakpoint
CREATE TABLE `undo_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`payload` text NOT NULL,
	`staff_id` text,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text,
	`draft_id` text,
	`remote_id` text,
	`remote_url` text,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`alt` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`content_hash` text,
	`position` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `attachments_message` ON `attachments` (`message_id`,`position`);--> statement-breakpoint
CREATE INDEX `attachments_draft` ON `attachments` (`draft_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `attachments_remote` ON `attachments` (`message_id`,`remote_id`);--> statement-breakpoint
CREATE TABLE `message_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`text` text NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `message_revisions_message` ON `message_revisions` (`message_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `messages` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`remote_id` text,
	`direction` text NOT NULL,
	`author_remote_id` text NOT NULL,
	`author_name` text NOT NULL,
	`author_handle` text NOT NULL,
	`text` text NOT NULL,
	`in_reply_to_remote_id` text,
	`url` text,
	`created_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`edited_at` integer,
	`is_hidden` integer NOT NULL,
	`is_liked` integer NOT NULL,
	`outbox_item_id` text,
	`revision_count` integer NOT NULL,
	`connector_data` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id` ON `messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_remote` ON `messages` (`account_id`,`remote_id`);--> statement-breakpoint
CREATE INDEX `messages_thread` ON `messages` (`conversation_id`,`seq`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`staff_name` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notes_thread` ON `notes` (`conversation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `change_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`op_id` text NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`columns` text NOT NULL,
	`staff_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`reply_to_message_id` text,
	`staff_id` text NOT NULL,
	`text` text NOT NULL,
	`seen_seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_open` ON `drafts` (`conversation_id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE TABLE `outbox_items` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text NOT NULL,
	`account_remote_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`message_id` text NOT NULL,
	`reply_to_message_id` text,
	`staff_id` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`hold_reason` text,
	`hold_details` text,
	`released_reasons` text NOT NULL,
	`error_reason` text,
	`seen_seq` integer NOT NULL,
	`target_digest` text,
	`baseline` text,
	`attempts` integer NOT NULL,
	`checks` integer NOT NULL,
	`remote_id` text,
	`queued_at` integer NOT NULL,
	`leaves_at` integer NOT NULL,
	`next_attempt_at` integer,
	`sending_at` integer,
	`sent_at` integer,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `channel_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_items_remote` ON `outbox_items` (`account_id`,`remote_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_items_draft` ON `outbox_items` (`draft_id`) WHERE state not in ('cancelled');--> statement-breakpoint
CREATE INDEX `outbox_items_waiting` ON `outbox_items` (`queued_at`) WHERE state in ('queued','sending','held','failed','unknown');--> statement-breakpoint
CREATE INDEX `outbox_items_conversation` ON `outbox_items` (`conversation_id`,`queued_at`);