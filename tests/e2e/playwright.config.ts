import { defineConfig, devices } from '@playwright/test';
import { findChromium, findFirefox } from '#tests/support/phone/browsers.ts';
import { sampleSeed } from '#tests/support/sample.ts';
import { leftOutInFirefox } from './firefox-files.ts';

// before any process that must draw the same languages is started
sampleSeed();

const chromium = findChromium();
const firefox = findFirefox();

export default defineConfig({
	testDir: '.',
	testMatch: '*.e2e.ts',
	outputDir: '../../test-results/e2e',
	forbidOnly: Boolean(process.env['CI']),
	// on two processors: a quarter of a test's time is waiting
	workers: 3,
	// one that passes at its second try is printed as flaky: a race to be found, not a passed test
	retries: 1,
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: [['line'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	projects: [
		{
			name: 'phone',
			use: {
				...devices['Pixel 7'],
				launchOptions: {
					executablePath: chromium.executablePath,
					args: [
						'--no-sandbox',
						'--disable-gpu',
						'--disable-quic',
						'--no-first-run',
						'--disable-background-networking',
						'--disable-component-update',
						'--disable-sync'
					]
				}
			}
		},
		{
			name: 'firefox',
			testIgnore: leftOutInFirefox(),
			// rules of WCAG and sizes
			grepInvert: /passes axe|narrow screen|48 px high/,
			use: {
				browserName: 'firefox',
				...(firefox.own ? {} : { channel: 'moz-firefox' }),
				viewport: { width: 412, height: 839 },
				launchOptions: {
					executablePath: firefox.executablePath,
					firefoxUserPrefs: {
						'network.captive-portal-service.enabled': false,
						'network.connectivity-service.enabled': false
					}
				}
			}
		}
	]
});
