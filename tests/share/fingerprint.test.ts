import { expect, test } from 'vitest';
import { anchorFingerprint } from '../../src/routes/[lang=lang]/(later)/about/anchor-fingerprint.ts';
import { keys } from '../../src/compiler/commands/keys.ts';
import type { Io } from '../../src/compiler/base/io.ts';

test('the command and the page show the same digits of the same root', async () => {
	const lines: string[] = [];
	const io = { print: (line: string) => void lines.push(line) } as unknown as Io;
	const nothing = { folder: undefined, role: undefined, replace: undefined };
	const places = { content: 'src/content', anchorModule: 'unused' };
	await keys({ action: 'list', ...nothing, ...places }, io);
	const { version, groups } = await anchorFingerprint();
	expect(groups.join(' ')).toMatch(/^(\d{5} ){7}\d{5}$/);
	expect(lines).toContain(`Fingerprint of root ${String(version)}: ${groups.join(' ')}`);
});
