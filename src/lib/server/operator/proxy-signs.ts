/**
 * The headers that browsers, `curl` and Prometheus send. A list of the headers that proxies add could
 * never be complete: each proxy has its own.
 */
const OF_CLIENTS =
	/^(accept(-[a-z]+)?|authorization|cache-control|content-length|content-type|cookie|dnt|host|if-[a-z-]+|origin|pragma|priority|referer|sec-[a-z-]+|te|upgrade-insecure-requests|user-agent|x-prometheus-scrape-timeout-seconds)$/;

/** Whether a request may have come through a proxy: it has a header that no client sends by itself. */
export function hasProxySigns(headers: Headers): boolean {
	// a browser says so of each of its connections; nginx that keeps its own ones open (since 1.29.7 by
	// itself) leaves the word out, and may send nothing else that tells
	if (headers.has('sec-fetch-mode') && !headers.has('connection')) return true;
	return [...headers].some(([name, value]) => {
		// nginx sends "close" by default; browsers never do
		if (name === 'connection') return !/^keep-alive$/i.test(value);
		return !OF_CLIENTS.test(name);
	});
}
