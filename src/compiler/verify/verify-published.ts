import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { Article } from '#lib/edition/article.ts';
import { blobPath } from '#lib/edition/address/published-paths.ts';
import { readListing, readPublished, type Published } from '../publish/read-published.ts';
import { Refusal } from '../base/refusal.ts';
import { folderFiles } from './folder-files.ts';
import { verifyFiles, type VerifiedFolder, type VerifyPorts } from './verify-files.ts';

/** A published folder that phones take, and its content. */
export interface WholeEdition extends Published, VerifiedFolder {}

/** How many problems are printed. */
const MOST_PROBLEMS = 12;

/** Verifies a published folder as a phone does, and by the publisher's own rules. Refuses a wrong one. */
export async function verifyPublished(folder: string, ports: VerifyPorts): Promise<WholeEdition> {
	const published = readPublished(folder);
	if (!published) throw new Refusal(`Nothing is in ${folder}. Run: npm run edition:build`);
	const verified = await verifyFiles(folderFiles(folder), ports);
	if (verified.problems.length > 0) {
		const problems = verified.problems.slice(0, MOST_PROBLEMS);
		const more = verified.problems.length - problems.length;
		if (more > 0) problems.push(`and ${String(more)} more`);
		throw new Refusal(`${folder} is not fit to be published:\n    ${problems.join('\n    ')}`);
	}
	if (!published.edition.content.publisher.isDemo) refuseUnapproved(folder, published);
	return { ...published, ...verified };
}

/** What goes out under a publisher's own keys has been approved by two people: ADR 0020. */
function refuseUnapproved(folder: string, { edition, articles }: Published): void {
	const listing = edition.content.languages.find(({ lang }) => lang === 'en')?.listing.sha256 ?? '';
	const waiting = readListing(folder, listing)
		.entries.filter(({ id }) => articles.includes(id))
		.filter(({ sha256: hash }) => !readArticle(folder, hash).isApproved)
		.map(({ id }) => id);
	if (waiting.length === 0) return;
	throw new Refusal(`Two people must approve before release. Missing: ${waiting.join(', ')}`);
}

const readArticle = (folder: string, hash: string): Article =>
	v.parse(Article, JSON.parse(readFileSync(join(folder, blobPath(hash)), 'utf8')));
