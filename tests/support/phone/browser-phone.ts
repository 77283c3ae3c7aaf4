import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import type { TrustState } from '#lib/trust/trust-state.ts';
import { aDemoPublisher } from '../publisher/demo-publisher.ts';
import { fileResponse } from '../server/edition-host.ts';
import { aGuide } from '../publisher/fixture-articles.ts';
import { aHostileSite, type HostileSite } from '../server/hostile-site.ts';
import type { Bytes } from '#lib/trust/signed/bytes.ts';
import type { Publication, Published, Publisher } from '../publisher/publisher.ts';

/** The one guide that these phones read. `titled` makes a publication of it with a title. */
const GUIDE = '/en/guides/school-bus/';
export const titled = (title: string): Publication => ({
	languages: { en: { articles: [aGuide({ title })] } }
});

/** A phone in a real browser, whose host can be made hostile by the test. */
export class BrowserPhone {
	readonly page: Page;
	readonly site: HostileSite;
	readonly publisher: Publisher;
	/** The title of the guide that must be on screen. */
	#title = '';

	constructor(page: Page, site: HostileSite, publisher: Publisher) {
		this.page = page;
		this.site = site;
		this.publisher = publisher;
	}

	/** Opens a phone with its own publisher, host and storage. */
	static async open(browser: Browser): Promise<BrowserPhone> {
		const publisher = await aDemoPublisher();
		const site = await aHostileSite(publisher);
		const context = await browser.newContext();
		return new BrowserPhone(await context.newPage(), site, publisher);
	}

	async close(): Promise<void> {
		await this.page.context().close();
		await this.site.close();
	}

	get line(): Locator {
		return this.page.locator('#status-line');
	}

	/** From now on the host serves these files instead of its own. */
	serve(files: Readonly<Record<string, Bytes>>): void {
		this.site.host.answers((path) => {
			const file = files[path];
			return file && fileResponse(file);
		});
	}

	/** Opens the guide, which starts a sync, and waits until the sync has ended. */
	async visit(): Promise<void> {
		this.site.host.forgetRequests();
		await this.page.goto(this.site.origin + GUIDE);
		await this.synced();
	}

	/** Waits until the head was requested and the lease of the sync is free again. */
	async synced(): Promise<void> {
		const isDone = async (): Promise<boolean> =>
			this.site.host.requests.includes('head.json') && (await this.page.evaluate(isLeaseFree));
		await expect.poll(isDone, { intervals: [20, 50, 100], timeout: 40_000 }).toBe(true);
	}

	/** Makes the host honest, publishes, and expects the phone to install that edition. */
	async takes(publication: Publication & { title: string }): Promise<Published> {
		const { site, publisher } = this;
		site.host.recover();
		const published = await publisher.publish({ ...titled(publication.title), ...publication });
		await this.visit();
		await expect
			.poll(async () => (await this.trust())?.installed?.sha256)
			.toBe(published.ref.sha256);
		this.#title = publication.title;
		return published;
	}

	/** Expects the next sync to keep the old edition on screen, and the status line to contain `words`. */
	async refuses(words: string | RegExp): Promise<void> {
		const before = (await this.trust())?.installed?.sha256;
		await this.visit();
		await expect(this.line).toContainText(words);
		await this.stillReads();
		expect((await this.trust())?.installed?.sha256).toBe(before);
	}

	async stillReads(): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.#title);
	}

	/** Makes the phone believe that it last asked for roots a day ago, so that it asks again. */
	async dayPasses(): Promise<void> {
		await this.page.evaluate(forgetWalk);
	}

	/** The stored state of trust: root, newest head seen, installed edition. */
	trust(): Promise<TrustState | undefined> {
		return this.page.evaluate(readTrustRow) as Promise<TrustState | undefined>;
	}
}

/** Runs in a page: reads the stored state of trust. */
export function readTrustRow(): Promise<unknown> {
	return new Promise((resolve) => {
		const opening = indexedDB.open('handrail');
		opening.onsuccess = () => {
			const request = opening.result.transaction('trust').objectStore('trust').get('state');
			request.onsuccess = () => {
				opening.result.close();
				resolve(request.result);
			};
		};
	});
}

/** Runs in a page: stores that roots were last asked for a day ago. */
export function forgetWalk(): Promise<void> {
	return new Promise((resolve) => {
		const opening = indexedDB.open('handrail');
		opening.onsuccess = () => {
			const tx = opening.result.transaction('trust', 'readwrite');
			const request = tx.objectStore('trust').get('state');
			request.onsuccess = () => {
				const dayAgo = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();
				tx.objectStore('trust').put({ ...request.result, rootsWalkedAt: dayAgo }, 'state');
			};
			tx.oncomplete = () => {
				opening.result.close();
				resolve();
			};
		};
	});
}

function isLeaseFree(): Promise<boolean> {
	return new Promise((resolve) => {
		const opening = indexedDB.open('handrail');
		opening.onsuccess = () => {
			const request = opening.result.transaction('lease').objectStore('lease').count();
			request.onsuccess = () => {
				opening.result.close();
				resolve(request.result === 0);
			};
		};
	});
}
