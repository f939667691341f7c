import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'vite';
import { productFolders, readSources } from './source-files.mjs';
import { isPackageOf, zoneOf } from './zones.mjs';

const aliases = { '@shared/': 'shared/', '@renderer/': 'renderer/' };
const endings = ['', '.ts', '.tsx', '.json', '.css', '/index.ts', '/index.tsx'];

/**
 * Walks every import of the product and holds it against the table of zones. Answers `{ problems, looked }`, where
 * `looked` counts modules: a walker that sees none would praise anything.
 */
export function checkLayers(root) {
  const graph = readGraph(root);
  const homeless = [...graph.keys()].filter((path) => !zoneOf(path)).map((path) => `${path}: lies in no zone`);
  const forbidden = [...graph].flatMap(([path, imports]) => imports.flatMap((each) => judge(path, each) ?? []));
  return { problems: [...homeless, ...forbidden, ...firstLoadProblems(graph)], looked: graph.size };
}

/** Path → its imports `{ specifier, target, isType, isLazy }`; `target` is a path inside the project, or undefined. */
function readGraph(root) {
  return new Map(readSources(root, productFolders).map(({ path, text }) => [path, importsOf(root, path, text)]));
}

function importsOf(root, path, text) {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const found = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    found.push({ specifier: moduleRequest.value, isType: entries.length > 0 && entries.every((each) => each.isType) });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) found.push({ specifier: moduleRequest.value, isType });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const name = /^['"`]([^'"`$]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
    if (name) found.push({ specifier: name, isType: false, isLazy: true });
  }
  return found.map((each) => ({
    isLazy: false,
    ...each,
    target: resolveTarget(root, path, each.specifier.replace(/\?.*$/, '')),
  }));
}

function resolveTarget(root, from, specifier) {
  const alias = Object.keys(aliases).find((each) => specifier.startsWith(each));
  if (!alias && !specifier.startsWith('.')) return undefined;
  const base = alias
    ? aliases[alias] + specifier.slice(alias.length)
    : normalize(join(dirname(from), specifier)).replaceAll('\\', '/');
  const ending = endings.find(
    (each) => existsSync(join(root, base + each)) && statSync(join(root, base + each)).isFile(),
  );
  return ending === undefined ? base : base + ending;
}

/** One sentence about a forbidden import, or undefined. */
function judge(path, { specifier, target, isType }) {
  const from = zoneOf(path);
  if (!from) return undefined;
  if (!target) return judgePackage(path, from.zone, specifier, isType);
  const to = zoneOf(target);
  if (!to) return target.endsWith('.json') ? undefined : `${path}: imports ${specifier}, which lies in no zone`;
  if (from.zone.files?.includes(target)) return undefined;
  if (from.key === to.key) return undefined;
  if (from.zone.name !== to.zone.name && from.zone.may.includes(to.zone.name)) return undefined;
  if (isType && from.zone.types?.includes(to.zone.name)) return undefined;
  return `${path}: ${from.zone.name} may not import ${to.key} (${specifier})`;
}

function judgePackage(path, zone, specifier, isType) {
  if (specifier.startsWith('node:')) return zone.node ? undefined : `${path}: ${zone.name} may not import ${specifier}`;
  if (isType || isPackageOf(zone, specifier)) return undefined;
  return `${path}: ${zone.name} may not import the package ${specifier}`;
}

/**
 * zod weighs more than the rest of the first screen, and a sandboxed preload cannot load packages: nothing that the page or
 * the preload loads at once may reach it.
 */
function firstLoadProblems(graph) {
  const reached = new Map(
    [...graph.keys()]
      .filter((path) => /^(renderer|electron\/preload)\/[^/]+\.tsx?$/.test(path))
      .map((path) => [path, [path]]),
  );
  const problems = [];
  for (const [path, way] of reached) {
    for (const { specifier, target, isType, isLazy } of graph.get(path) ?? []) {
      if (isType || isLazy) continue;
      if (specifier === 'zod' || specifier.startsWith('zod/'))
        problems.push(`first load holds zod: ${[...way, 'zod'].join(' > ')}`);
      else if (target && graph.has(target) && !reached.has(target)) reached.set(target, [...way, target]);
    }
  }
  return problems;
}
