/// The one style sheet: system fonts, no script, a phone first and wider screens after.
enum StyleSheet {
    static let css = """
        :root { --ink: #111827; --paper: #f3f5f9; --card: #fff; --navy: #0b2545; --blue: #0057b8;
          --green: #00693e; --red: #b00000; --amber: #8a5a00; --line: #d5dbe5; --soft: #52607a; }
        * { box-sizing: border-box; margin: 0; }
        body { font: 16px/1.5 system-ui, "Noto Sans", sans-serif; color: var(--ink);
          background: var(--paper); }
        header { background: var(--navy); color: #fff; padding: 1rem max(1rem, calc(50vw - 35rem)); }
        h1 { font-size: 1.35rem; line-height: 1.25; }
        main { max-width: 72rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1rem; }
        .kiosk { background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
          overflow: hidden; display: grid; }
        .facts { padding: 1rem; }
        h2 { font-size: 1.15rem; line-height: 1.3; }
        .place, .when { color: var(--soft); font-size: .9rem; }
        .count { margin-top: .75rem; display: flex; flex-wrap: wrap; align-items: baseline;
          column-gap: .5rem; }
        .count b { font-size: 3rem; line-height: 1.1; color: var(--blue); }
        .count .more { flex-basis: 100%; color: var(--soft); font-size: .9rem; }
        .count.none { color: var(--soft); font-size: 1.15rem; }
        .tag { background: #fff3d6; color: var(--amber); border-radius: 1rem; padding: .05rem .6rem;
          font-weight: 600; white-space: nowrap; }
        .quality { display: inline-block; margin: .5rem 0; padding: .1rem .75rem; border-radius: 1rem;
          font-weight: 600; background: #fff3d6; color: var(--amber); }
        .quality i { font-style: normal; }
        .quality.regular { background: #e2f3ea; color: var(--green); }
        .quality.deaf, .quality.suspicious { background: #fbe5e5; color: var(--red); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem;
          font-size: .95rem; border-top: 1px solid var(--line); padding-top: .6rem; }
        dt { color: var(--soft); }
        dd { overflow-wrap: anywhere; }
        .bad { color: var(--red); font-weight: 600; }
        figure { background: #e7ebf2; }
        figure img { display: block; width: 100%; height: auto; }
        figcaption, figure p { padding: .4rem 1rem; color: var(--soft); font-size: .9rem; }
        figure.none { display: grid; place-items: center; min-height: 8rem; }
        .empty { padding: 2rem; text-align: center; color: var(--soft); }
        footer { max-width: 72rem; margin: 0 auto; padding: .5rem 1rem 2rem; color: var(--soft);
          font-size: .85rem; }
        @media (min-width: 48rem) {
          .kiosk { grid-template-columns: minmax(18rem, 2fr) 3fr; }
          figure { display: flex; flex-direction: column; justify-content: center; }
        }

        """
}
