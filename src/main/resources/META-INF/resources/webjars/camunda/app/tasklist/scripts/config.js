/* Tasklist of Tradeflow. Scripts are named relative to this web app. */
export default {
  app: {
    name: 'Tasks',
    vendor: 'Tradeflow',
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en',
  },
  disableWelcomeMessage: true,
  customScripts: ['../tradeflow/sign-out-1', '../tradeflow/deal-1'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task',
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list',
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list',
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form',
    },
  },
};
