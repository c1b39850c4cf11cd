export default {
  app: { name: 'Tradeflow', vendor: 'Tradeflow' },
  customScripts: ['scripts/sign-out'],
};
