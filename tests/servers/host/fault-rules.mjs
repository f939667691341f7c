// Which request a fault meets. A rule is plain data, so that a test can send it as JSON.

/**
 * @typedef {object} FaultRule
 * @property {string} [method] only this method
 * @property {string} [path] a regular expression over path and query
 * @property {number} [skip] let that many matching requests pass first (default 0)
 * @property {number} [times] meet that many requests, -1 for all (default 1)
 * @property {string} kind what happens, see `fault-actions.mjs`
 */

let nextId = 1;

/** The rules in force; the oldest that matches wins and is used up. */
export const createFaultRules = () => {
  let rules = [];
  const matches = (rule, method, url) =>
    (rule.method === undefined || rule.method === method) && (rule.pattern === undefined || rule.pattern.test(url));
  return {
    add(rule) {
      const id = String(nextId++);
      const pattern = rule.path === undefined ? undefined : new RegExp(rule.path);
      rules.push({ ...rule, id, pattern, left: rule.times ?? 1, toSkip: rule.skip ?? 0 });
      return id;
    },
    clear() {
      rules = [];
    },
    take(method, url) {
      for (const rule of rules) {
        if (!matches(rule, method, url)) continue;
        if (rule.toSkip > 0) {
          rule.toSkip -= 1;
          continue;
        }
        if (rule.left === 0) continue;
        if (rule.left > 0) rule.left -= 1;
        return rule;
      }
      return undefined;
    },
  };
};
