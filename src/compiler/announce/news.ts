import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Edition } from '#lib/edition/edition.ts';
import type { Severity } from '#lib/push/notice.ts';
import { toText } from '#lib/trust/bytes.ts';
import { parseEnvelope } from '#lib/trust/envelope.ts';
import type { Published } from '../read-published.ts';

export type News = Edition['changes'][number];

/**
 * The change notes that came with this edition, are major, and ask to be told. Older editions of the
 * folder say which notes were there before.
 */
export function newsOf({ edition }: Published, out: string): readonly News[] {
	const { version, changes } = edition.content;
	const before = editionsIn(out)
		.filter((it) => it.version < version)
		.sort((a, b) => b.version - a.version)[0];
	const known = new Set(before?.changes.map(({ slug }) => slug));
	return changes.filter(
		({ slug, importance, notify }) =>
			!known.has(slug) && importance === 'major' && notify !== 'none'
	);
}

/** Whether these may be told so: "critical" is for notes that two people marked as such. */
export const mayTell = (news: readonly News[], severity: Severity): boolean =>
	news.some(({ notify }) => severity === 'routine' || notify === 'critical');

function editionsIn(out: string): Edition[] {
	const folder = join(out, 'edition');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.flatMap((name) => {
			const envelope = parseEnvelope(new Uint8Array(readFileSync(join(folder, name))));
			const json: unknown = envelope.ok ? JSON.parse(toText(envelope.value.payload)) : undefined;
			const parsed = v.safeParse(Edition, json);
			// one that this version cannot read tells nothing of what came before
			return parsed.success ? [parsed.output] : [];
		});
}
