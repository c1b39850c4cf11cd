/** Menus open and close by themselves; this closes them where a person would expect it: on Escape, and when they go elsewhere. */
const open = () => [...document.querySelectorAll('details.menu[open]')];

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    open().forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});
for (const elsewhere of ['click', 'focusin']) {
  document.addEventListener(elsewhere, (event) =>
    open()
      .filter((menu) => !menu.contains(event.target))
      .forEach((menu) => (menu.open = false)),
  );
}
