import type { Page } from '@playwright/test';
import type { SettingKey } from '#lib/storage/stores/settings-store.ts';

/** Reads one row of the phone's settings. */
export function storedSetting(page: Page, key: SettingKey): Promise<unknown> {
	return page.evaluate(
		(name) =>
			new Promise((resolve) => {
				indexedDB.open('handrail').onsuccess = ({ target }) => {
					const { result } = target as IDBOpenDBRequest;
					const request = result.transaction('settings').objectStore('settings').get(name);
					request.onsuccess = () => {
						result.close();
						resolve(request.result);
					};
				};
			}),
		key
	);
}
