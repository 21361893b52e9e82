using System.Xml;
using System.Xml.Linq;

namespace NetGen.Reports.Tests.Html;

/// <summary>A page that was written, read as XML.</summary>
internal sealed class WrittenPage
{
    private WrittenPage(string text)
    {
        Text = text;
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        Document = XDocument.Load(reader);
    }

    /// <summary>The file as it is.</summary>
    public string Text { get; }

    /// <summary>Its elements.</summary>
    public XDocument Document { get; }

    /// <summary>The sections in their order.</summary>
    public string[] Sections => [.. Document.Descendants("section").Select(section => section.Attribute("id")!.Value)];

    /// <summary>Reads a page.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static WrittenPage Read(string path) => new(File.ReadAllText(path));

    /// <summary>A section.</summary>
    public XElement Section(string id) => Document.Descendants("section").Single(section => section.Attribute("id")!.Value == id);

    /// <summary>The cells of the rows of a table's body, the heading of the row first.</summary>
    public static string[][] Rows(XElement table) =>
        [.. table.Element("tbody")!.Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray())];

    /// <summary>The elements of a class.</summary>
    public static XElement[] OfClass(XElement within, string name) =>
        [.. within.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(name) == true)];
}
