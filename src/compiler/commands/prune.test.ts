import { cpSync, existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import type { Io } from '../base/io.ts';
import { check } from './check.ts';
import { prune } from './prune.ts';

/** A copy of content that passes all checks. */
function aSite(of = 'src/content') {
	const content = join(aTemporaryFolder(), 'content');
	cpSync(of, content, { recursive: true });
	const said: string[] = [];
	const print = (line: string): void => void said.push(line);
	const io = {
		...{ print, printError: print, now: () => new Date('2026-11-30T12:00:00Z') }
	} as unknown as Io;
	return {
		content,
		said,
		prune: (slugs: string[], keep = false) => prune({ content, slugs, keep }, io),
		check: () => check({ content }, io),
		slugs: (kind: string) => readdirSync(join(content, kind)),
		texts: (pattern: string) =>
			globSync(pattern, { cwd: content }).map((path) => readFileSync(join(content, path), 'utf8'))
	};
}

describe('prune', () => {
	test('leaves two articles that pass every check, and nothing of the others', async () => {
		const site = aSite();
		expect(await site.prune(['home-door', 'ice-home-entry-memo'], true)).toBe(0);
		expect(await site.check()).toBe(0);
		expect(site.said.join('\n')).toMatch(/^0 problems and 0 notices in 30 texts of 2 articles/m);
		expect(site.slugs('guides')).toEqual(['home-door']);
		expect(site.slugs('directives')).toEqual(['ice-home-entry-memo']);
		expect(existsSync(join(site.content, 'evidence/claims.json'))).toBe(false);
		expect(site.slugs('contacts')).not.toContain('nyifup');
		expect(site.texts('search/*.yaml').join('')).not.toContain('school-bus');
	});

	test('keeps the words of a link to what is gone, and what was current', async () => {
		const site = aSite('tests/fixtures/content/good');
		const text = (lang: string) => site.texts(`guides/front-door/${lang}.md`).join('');
		const hashOf = (): string => /sourceHash: "(\w+)"/.exec(text('es'))?.[1] ?? '';
		const before = hashOf();
		await site.prune(['door-rule']);
		expect(text('en')).toContain('See the rule');
		expect(text('en') + text('es')).not.toContain('door-rule');
		expect(hashOf()).not.toBe(before);
	});

	test('knows the slugs that it is given, and changes nothing before', () => {
		const site = aSite();
		expect(() => site.prune(['home-dor'])).toThrow('There is no article "home-dor". Did you mean');
		expect(() => site.prune([])).toThrow('Name articles by their slugs.');
		expect(site.slugs('guides')).toContain('home-door');
	});
});
