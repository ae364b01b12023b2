// Plain JavaScript of the oldest kind: it must run on any Node to be able to say which one is missing.
var wanted = [24, 12];
var found = process.versions.node.split('.').map(Number);
// What package.json pins under optionalDependencies.
var pinned = ['linux-x64', 'linux-arm64', 'win32-x64', 'darwin-x64'];
var platform = process.platform + '-' + process.arch;

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    'Vega Steward needs Node ' +
      wanted.join('.') +
      ' or newer. This is Node ' +
      process.versions.node +
      '.\n' +
      (pinned.indexOf(platform) >= 0
        ? 'It brings its own: run `npm ci` (without --omit=optional), then `npm start` or `npm test`.'
        : 'There is no Node to bring along for ' +
          platform +
          ': install Node 24 from https://nodejs.org, then run `npm ci` again.'),
  );
  process.exit(1);
}
