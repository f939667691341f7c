/** All tables of one workspace file. */
export * from './accounts';
export * from './contacts';
export * from './conversations';
export * from './messages';
export * from './outbox';
