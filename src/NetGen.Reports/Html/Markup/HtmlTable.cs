namespace NetGen.Reports;

/// <summary>A table that scrolls within itself where the page is too narrow.</summary>
internal static class HtmlTable
{
    /// <summary>Writes it. The first cell of each row is its heading; the others are numbers, to the right.</summary>
    /// <param name="page">The page.</param>
    /// <param name="label">What the table shows.</param>
    /// <param name="head">The headings of the columns.</param>
    /// <param name="rows">The rows, each with a cell for each column.</param>
    /// <param name="marked">Which row is marked; -1 for none.</param>
    public static void Write(
        HtmlWriter page, string label, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, int marked = -1)
    {
        Open(page, label);
        page.Open("thead");
        page.Open("tr");
        foreach (string name in head)
            page.Element("th", name, ("scope", "col"));
        page.Close();
        page.Close();
        page.Open("tbody");
        int index = 0;
        foreach (IReadOnlyList<string> row in rows)
        {
            page.Open("tr", ("class", index++ == marked ? "marked" : null));
            page.Element("th", row[0], ("scope", "row"));
            foreach (string cell in row.Skip(1))
                page.Element("td", cell);
            page.Close();
        }

        page.Close();
        Close(page);
    }

    /// <summary>Opens a table, and what scrolls it; it can be scrolled by keyboard.</summary>
    public static void Open(HtmlWriter page, string label, string? kind = null)
    {
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", label));
        page.Open("table", ("class", kind));
    }

    /// <summary>Closes it.</summary>
    public static void Close(HtmlWriter page)
    {
        page.Close();
        page.Close();
    }
}
