// Those who watch a survey while it is open: a stream of events each.
import http from "node:http";

/** Opens `count` streams. `moved(batch)` waits until each has heard that the wave's figures moved past that batch, and gives when. */
export async function watch(server, cookie, wave, count) {
  let heard = () => {};
  const listen = (stream) => {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text) => {
      const events = (rest + text).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const data = event.match(/^event: survey\ndata: (.*)$/m)?.[1];
        if (data && JSON.parse(data).wave === wave) heard(stream, JSON.parse(data).batch);
      }
    });
    stream.on("error", () => {});
    return stream;
  };
  const open = () =>
    new Promise((resolve, reject) => {
      const request = http.get(`${server.api}/events`, { headers: { cookie }, agent: new http.Agent() }, (stream) => {
        if (stream.statusCode === 200) resolve(listen(stream));
        else reject(new Error(`/events: ${stream.statusCode}`));
      });
      request.on("error", reject);
    });
  const streams = [];
  while (streams.length < count) streams.push(...(await Promise.all(Array.from({ length: Math.min(50, count - streams.length) }, open))));
  return {
    moved: (batch) =>
      new Promise((resolve) => {
        const at = new Map();
        heard = (stream, now) => {
          if (now <= batch || at.has(stream)) return;
          at.set(stream, performance.now());
          if (at.size === count) resolve([...at.values()]);
        };
      }),
    close: () => streams.forEach((stream) => stream.destroy()),
  };
}
