extension ClassPage {
  /// Where one searches and orders the submissions. Without a script it is not there, and nothing is
  /// missing.
  var tools: HTML {
    """
    <p class="tools" hidden><label>Search <input type="search" autocomplete="off"></label> \
    <label class="order">Order <select></select></label> <output class="quiet"></output></p>
    """
  }

  /// Orders tables by their titles, and hides the submissions that are not searched for. In it stands no
  /// less-than sign: to whoever reads the page as text, that would begin a tag.
  static let script: HTML = #"""
    const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
    const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    function sortable(table) {
      const body = table.tBodies[0], rows = [...body.rows], titles = [...table.tHead.rows[0].cells];
      const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
      // What is no number is what is not decided, and stands in front whichever way.
      function order(column, isDown) {
        const isNumber = titles[column].dataset.sort === "number";
        const keys = new Map(rows.map(row => [row, isNumber ? parseFloat(value(row, column)) : value(row, column)]));
        const sign = isDown ? -1 : 1;
        body.append(...[...rows].sort((a, b) => {
          const x = keys.get(a), y = keys.get(b);
          if (!isNumber) return sign * compare(x, y);
          if (isNaN(x) || isNaN(y)) return isNaN(y) - isNaN(x);
          return sign * (x - y);
        }));
        titles.forEach((title, i) => i === column
          ? title.setAttribute("aria-sort", isDown ? "descending" : "ascending")
          : title.removeAttribute("aria-sort"));
      }
      titles.forEach((title, column) => {
        if (!title.dataset.sort) return;
        const button = document.createElement("button");
        button.type = "button";
        button.append(...title.childNodes);
        title.append(button);
        button.addEventListener("click", () => order(column, title.getAttribute("aria-sort") === "ascending"));
      });
      return { rows, titles, order };
    }
    const tables = [...document.querySelectorAll("table.submissions, table.checks")].map(sortable);
    const tools = document.querySelector(".tools"), { rows, titles, order } = tables[0];
    const search = tools.querySelector("input"), select = tools.querySelector("select");
    select.add(new Option("as it comes", ""));
    titles.forEach((title, column) => {
      if (!title.dataset.sort) return;
      const [up, down] = title.dataset.sort === "number" ? ["lowest first", "highest first"] : ["A to Z", "Z to A"];
      select.add(new Option(`${title.textContent}, ${up}`, `${column} up`));
      select.add(new Option(`${title.textContent}, ${down}`, `${column} down`));
    });
    select.addEventListener("change", () => {
      const [column, way] = select.value.split(" ");
      if (way) order(+column, way === "down");
      else {
        rows[0]?.parentNode.append(...rows);
        titles.forEach(title => title.removeAttribute("aria-sort"));
      }
    });
    const texts = rows.map(row => plain(row.textContent));
    function filter() {
      const words = plain(search.value).split(/\s+/).filter(word => word);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every(word => texts[i].includes(word));
        if (!row.hidden) shown += 1;
      });
      tools.querySelector("output").value = words.length ? `${shown} of ${rows.length}` : "";
    }
    search.addEventListener("input", filter);
    tools.hidden = false;
    filter();
    """#
}
