// npm run bench: the speed of a check beside its peers. Nothing is measured here yet.
console.error('There is no benchmark yet.');
process.exit(1);
