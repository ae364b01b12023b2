// Plain JavaScript of the oldest kind: it must run on any Node to be able to say which one is missing.
var wanted = [24, 12];
var found = process.versions.node.split('.').map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    'Vega Steward needs Node ' + wanted.join('.') + ' or newer and found ' + process.versions.node + '.\n' +
    'It usually brings its own: run `npm ci` (without --omit=optional) and start it with `npm start`.\n' +
    'There is no pinned build for ' + process.platform + '-' + process.arch + ' on every platform; ' +
    'if yours has none, install Node 24 from https://nodejs.org and try again.'
  );
  process.exit(1);
}
