import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { councilMatter, federalOrder, senateBill } from '#tests/support/publisher/law-registers.ts';
import { StateFolder } from '../memory/state-folder.ts';
import { cityCouncil } from './city-council.ts';
import { federalRegister } from './federal-register.ts';
import { FeedError, type LawFeed } from './law-document.ts';
import { lawNames } from './law-names.ts';
import { reasonsFor } from './match-documents.ts';
import { readFeeds } from './read-feeds.ts';
import { stateSenate } from './state-senate.ts';

const COUNCIL = {
	api: 'https://council.example/v1',
	page: 'https://council.example/matter?id=',
	issuer: 'City Council',
	register: 'City Council'
};
const SENATE = {
	api: 'https://senate.example/api/3',
	page: 'https://senate.example/bills/',
	issuer: 'State Legislature',
	register: 'State Senate'
};
const SPAN = { from: '2026-11-01', to: '2026-11-30' };
const DIRECTIVES = [
	{
		slug: 'interior-order',
		officialName: 'Executive Order 14159, "Protecting the American People Against Invasion"'
	},
	{ slug: 'council-laws', officialName: 'Local Laws 227 and 228 of 2017; Int. 1412-A of 2025' },
	{ slug: 'budget-part', officialName: 'Part LL of a budget bill, S.9005-C / A.10005-C (2026)' }
];

test('reads the Federal Register page by page, by agency, words and days', async () => {
	const asked: URL[] = [];
	const next = 'https://www.federalregister.gov/api/v1/documents.json?page=2';
	const documents = await federalRegister.list(SPAN, (url) => {
		asked.push(new URL(url));
		if (url === next)
			return Promise.resolve({ results: [federalOrder({ document_number: '2026-00002' })] });
		const isFirst = asked.length === 1;
		return Promise.resolve(
			isFirst ? { results: [federalOrder()], next_page_url: next } : { count: 0 }
		);
	});
	expect(documents.map(({ id }) => id)).toEqual(['fr-2025-02006', 'fr-2026-00002']);
	const query = asked[0]?.searchParams;
	expect(query?.get('conditions[publication_date][gte]')).toBe('2026-11-01');
	expect(query?.get('conditions[publication_date][lte]')).toBe('2026-11-30');
	expect(query?.getAll('conditions[agencies][]')).toContain('homeland-security-department');
	expect(documents[0]).toMatchObject({
		names: ['Executive Order 14159', '2025-02006'],
		issuer: 'Executive Office of the President',
		citation: '90 FR 8443',
		signedOn: '2025-01-20',
		publishedOn: '2025-01-29'
	});
});

test('does not follow the Federal Register to another host', async () => {
	const answer = { results: [], next_page_url: 'https://elsewhere.example/api' };
	const list = federalRegister.list(SPAN, () => Promise.resolve(answer));
	await expect(list).rejects.toThrow('leads to another host');
});

test('reads matters of the City Council, and the number of a local law', async () => {
	const asked: URL[] = [];
	const feed = cityCouncil('secret', COUNCIL);
	const documents = await feed.list(SPAN, (url) => {
		asked.push(new URL(url));
		const first = Array.from({ length: 1000 }, (_it, at) => councilMatter({ MatterId: at + 1 }));
		return Promise.resolve(asked.length === 1 ? first : [councilMatter()]);
	});
	expect(documents).toHaveLength(1001);
	expect(asked[1]?.searchParams.get('$skip')).toBe('1000');
	expect(asked[0]?.searchParams.get('$filter')).toMatch(
		/ge datetime'2026-11-01' and .* lt datetime'2026-12-02'/
	);
	expect(documents.at(-1)).toMatchObject({
		id: 'council-60123',
		names: ['Local Law 228 of 2017', 'Int 1568-2017'],
		signedOn: '2017-11-25'
	});
});

test('reads bills of the State, and the chapter of a law', async () => {
	const feed = stateSenate('secret', SENATE);
	const documents = await feed.list(SPAN, (url) => {
		const { searchParams: query } = new URL(url);
		expect(query.get('term')).toContain('status.actionDate:[2026-11-01 TO 2026-11-30]');
		const isFirst = query.get('offset') === '1';
		const items = [{ result: senateBill(isFirst ? {} : { basePrintNo: 'A7', signed: false }) }];
		return Promise.resolve({
			success: true,
			total: 2,
			offsetEnd: isFirst ? 1 : 2,
			result: { items }
		});
	});
	expect(documents.map(({ id, signedOn }) => [id, signedOn])).toEqual([
		['senate-2025-s9005', '2026-05-27'],
		['senate-2025-a7', undefined]
	]);
	expect(documents[0]?.names).toEqual(['chapter 55 of 2026', 'S.9005 of 2025']);
});

test.each<[string, LawFeed]>([
	['the Federal Register', federalRegister],
	['the City Council', cityCouncil('secret', COUNCIL)],
	['the State Senate', stateSenate('secret', SENATE)]
])('says so when %s answers in another form', async (_name, feed) => {
	const list = feed.list(SPAN, () => Promise.resolve({ error: 'key', results: [{}] }));
	await expect(list).rejects.toThrow(FeedError);
});

test('knows the numbers of laws in each spelling', () => {
	const text =
		'Executive Order 14159; Local Laws 227, 228 and 231 of 2017; Int. 1412-A of 2025; Int 0055-2026; S.9005-C / A.10005-C (2026); chapter 322 of 2020; Public Law 119-1; New York City Executive Order 13';
	expect([...lawNames(text)].sort()).toEqual([
		...['a10005 2025', 'chapter 322 2020', 'executive order 14159', 'int 1412 2025', 'int 55 2026'],
		...[
			'local law 227 2017',
			'local law 228 2017',
			'local law 231 2017',
			'public law 119-1',
			's9005 2025'
		]
	]);
});

const aDocument = (title: string, names: string[] = []) => ({
	...{ id: 'fr-1', title, names, issuer: '', register: '', url: 'https://a.example' },
	...{ level: 'federal' as const, isOrder: false }
});

test.each([
	['a number', 'Implementing Executive Order 14159', 'interior-order by its number'],
	['a number of its own', 'A Local Law', 'council-laws by its number', 'Local Law 228 of 2017'],
	['a bill of the other year', 'Budget', 'budget-part by its number', 'S.9005 of 2025'],
	[
		'a name',
		'Protecting the American people against invasion; correction',
		'interior-order: "Prot'
	],
	['our words', 'A rule on civil immigration detainers', 'has the words "civil immigration"']
])('a document is for us by %s', (_by, title, reason, name = '') => {
	expect(reasonsFor(aDocument(title, [name]), DIRECTIVES)[0]).toContain(reason);
});

test('a document on something else is not for us', () => {
	expect(reasonsFor(aDocument('Executive Order 14160: duck stamps'), DIRECTIVES)).toEqual([]);
});

test('opens one task for a document, with a source that nobody has read yet', async () => {
	const state = new StateFolder(aTemporaryFolder());
	const spans: string[] = [];
	let status: string | undefined = 'Introduced';
	const feed: LawFeed = {
		name: 'Test',
		prefix: 'test',
		list: ({ from, to }) => {
			spans.push(`${from} ${to}`);
			return Promise.resolve([{ ...aDocument('On civil immigration detainers'), status }]);
		},
		readOne: () => Promise.resolve(undefined)
	};
	const run = (now: string, known: string[] = []) =>
		readFeeds({
			...{ feeds: [feed], state, ask: () => Promise.resolve({}), directives: DIRECTIVES },
			...{ known: new Set(known), since: '2026-10-01', now: new Date(now) }
		});
	expect((await run('2026-11-15T04:00:00Z', ['https://a.example'])).opened).toEqual([]);
	expect((await run('2026-11-15T04:00:00Z')).opened).toHaveLength(1);
	expect(spans).toEqual([
		'2026-10-01 2026-10-30',
		'2026-10-31 2026-11-15',
		'2026-11-08 2026-11-15'
	]);
	expect((await run('2026-11-16T04:00:00Z')).opened).toEqual([]);
	const [task] = state.tasks();
	expect(task?.draft).toMatchObject({ path: 'sources/fr-1.yaml' });
	expect(task?.draft?.text).not.toMatch(/retrievedOn|^type/m);
	status = 'Enacted';
	expect((await run('2026-11-17T04:00:00Z')).opened).toHaveLength(1);
	expect(state.tasks()).toHaveLength(1);
});

test('a register that is down does not hide the others, and its days are asked for again', async () => {
	const state = new StateFolder(aTemporaryFolder());
	const down: LawFeed = {
		name: 'Down',
		prefix: 'down',
		list: () => Promise.reject(new FeedError('answers with status 503')),
		readOne: () => Promise.resolve(undefined)
	};
	const up: LawFeed = { ...down, name: 'Up', prefix: 'up', list: () => Promise.resolve([]) };
	const { failures } = await readFeeds({
		...{ feeds: [down, up], state, ask: () => Promise.resolve({}), directives: [] },
		...{ known: new Set(), since: '2026-11-01', now: new Date('2026-11-15T04:00:00Z') }
	});
	expect(failures).toEqual(['Down answers with status 503.']);
	expect([state.readThrough('down'), state.readThrough('up')]).toEqual([undefined, '2026-11-15']);
});
