#!/usr/bin/gjs -m
// The smallest browser that keeps what it stores: WebKitGTK's own MiniBrowser forgets everything when it is
// driven by tests, so nothing could be opened after a restart. Run by `gjs`, not by Node.
import GLib from 'gi://GLib';
import Gtk from 'gi://Gtk?version=3.0';
import WebKit from 'gi://WebKit2?version=4.1';
import System from 'system';

const [profile, width, height] = System.programArgs;

/** What a page on an iPhone sees, as far as it is chosen here: its name, and `navigator.storage`. */
const IPHONE =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
	'Version/18.5 Mobile/15E148 Safari/604.1';
const FEATURES = ['StorageAPI', 'StorageAPIEstimate'];

Gtk.init(null);
const context = new WebKit.WebContext({
	website_data_manager: new WebKit.WebsiteDataManager({
		base_data_directory: `${profile}/data`,
		base_cache_directory: `${profile}/cache`
	})
});
context.set_preferred_languages(['en-US']);
context.set_automation_allowed(true);

const settings = new WebKit.Settings({
	user_agent: IPHONE,
	// errors of pages and workers, which the test reads: WebDriver has no command for them
	enable_write_console_messages_to_stdout: true,
	// there is no graphics card where tests run
	hardware_acceleration_policy: WebKit.HardwareAccelerationPolicy.NEVER
});
const known = WebKit.Settings.get_all_features();
for (let index = 0; index < known.get_length(); index += 1) {
	const feature = known.get(index);
	if (FEATURES.includes(feature.get_identifier())) settings.set_feature_enabled(feature, true);
}

const loop = GLib.MainLoop.new(null, false);
context.connect('automation-started', (_, session) => {
	session.connect('create-web-view', () => {
		const view = new WebKit.WebView({
			web_context: context,
			is_controlled_by_automation: true,
			settings
		});
		const window = new Gtk.Window();
		window.set_default_size(Number(width), Number(height));
		window.add(view);
		window.show_all();
		// the driver ends a session by closing its view, and waits until that is gone
		view.connect('close', () => window.destroy());
		window.connect('destroy', () => loop.quit());
		return view;
	});
});
loop.run();
