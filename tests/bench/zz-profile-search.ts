import { openWorkshop } from './workshop.ts';
import { NO_DELAY, startSlowProxy } from './network/slow-proxy.ts';
import { newProfile, startPhone, deleteProfile } from './phone/phone.ts';
import { waitForMark } from './phone/wait-for-mark.ts';
import { pressKey } from './suites/search.ts';
import { writeFileSync } from 'node:fs';
const w = openWorkshop();
const { port } = await w.corpusSite(60);
const net = await startSlowProxy(port, NO_DELAY);
const profile = await newProfile();
let p = await startPhone(profile);
await p.page.goto(net.origin + '/en/guides/school-bus/');
await waitForMark(p.page, 'readyAt');
await p.close(); await net.close();
p = await startPhone(profile);
const cdp = await p.context.newCDPSession(p.page);
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
await p.page.goto(net.origin + '/en/search/');
await p.page.locator('input[type=search]:enabled').focus();
for (const key of ['w', 'b', 's', 'warrant']) {
	await cdp.send('Profiler.start');
	const ms = key.length > 1 ? NaN : await pressKey(p.page, key);
	const { profile: pr } = await cdp.send('Profiler.stop');
	writeFileSync(`/tmp/k5/search-${key}.cpuprofile`, JSON.stringify(pr));
	console.log(key, ms, await p.page.locator('main [aria-live]').first().textContent(), await p.page.locator('main ul.rows li').count());
}
console.log(JSON.stringify((await p.page.evaluate(() => window.bench.longTasks))));
await p.close(); await deleteProfile(profile); await w.close();
