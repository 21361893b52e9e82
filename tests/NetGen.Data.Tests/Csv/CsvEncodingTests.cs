using System.Text;

namespace NetGen.Data.Tests.Csv;

public sealed class CsvEncodingTests : IDisposable
{
    private static readonly CsvColumns Columns = new CsvColumns().Number("Größe", Scaling.None).Label("Stadt");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Latin_1_is_read_where_it_is_stated()
    {
        string path = folder.Write("latin.csv", Encoding.Latin1.GetBytes("Größe;Stadt\n1;Köln\n2;Bonn\n"));
        var data = new Table(path, Columns, new CsvOptions { Encoding = Encoding.Latin1 });
        Assert.Equal([[1], [2]], Table.SamplesOf(data));
        Assert.Equal(["Bonn", "Köln"], data.Preparation.ClassNames);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void A_mark_goes_before_what_is_stated(string name)
    {
        var marked = Encoding.GetEncoding(name);
        string path = folder.Write("marked.csv", [.. marked.GetPreamble(), .. marked.GetBytes("Größe;Stadt\n1;Köln\n2;Bonn\n")]);
        Assert.Equal(["Bonn", "Köln"], new Table(path, Columns).Preparation.ClassNames);
        var stated = new Table(path, Columns, new CsvOptions { Encoding = Encoding.Latin1 });
        Assert.Equal(["Bonn", "Köln"], stated.Preparation.ClassNames);
    }

    [Fact]
    public void A_byte_that_is_no_character_is_named_with_its_place_and_the_option()
    {
        string path = folder.Write("latin.csv", [.. "Stadt;Größe\r\nBonn;1\r\nK"u8, 0xF6, .. "ln;2\r\n"u8]);
        RequireError(path, $"'{path}', line 3, column 2: the byte 0xF6 is no UTF-8; expected a file that is saved as UTF-8, or its "
            + "encoding by CsvOptions.Encoding, such as Encoding.Latin1.");
    }

    /// <summary>Behind what the reader takes at once, and within a character that the end of the file cuts.</summary>
    [Fact]
    public void A_byte_far_behind_is_named()
    {
        const int Rows = 60_000;
        byte[] rows = [.. "Größe;Stadt\n"u8, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1;Köln\n", Rows)))];
        RequireError(folder.Write("end.csv", [.. rows, .. "2;K"u8, 0xC3]), $"line {Rows + 2}, column 4: the byte 0xC3 is no UTF-8");
        RequireError(
            folder.Write("middle.csv", [.. rows, .. "2;😀"u8, 0xE2, 0x82, .. "ln\n"u8, .. rows]),
            $"line {Rows + 2}, column 4: the byte 0xE2 is no UTF-8");
        Assert.Equal(Rows, new Table(folder.Write("whole.csv", rows), Columns).Count);
    }

    [Fact]
    public void A_file_to_predict_is_read_in_its_encoding()
    {
        string weights = folder.PathOf("weights.safetensors");
        new PenguinNet(seed: 1).Save(weights, new Penguins(folder.Write("penguins.csv", Penguins.Text(40, seed: 1))));
        var model = CsvModel.Load(weights, new PenguinNet());
        string latin = folder.Write(
            "latin.csv", Encoding.Latin1.GetBytes("note,island,bill_length_mm,body_mass_g\nschön,Dream,40,4000\n"));
        Assert.Single(model.PredictFile(latin, new CsvOptions { Encoding = Encoding.Latin1 }));
        Assert.Contains("line 2, column 4: the byte 0xF6 is no UTF-8",
            Assert.Throws<InvalidDataException>(() => model.PredictFile(latin)).Message, StringComparison.Ordinal);
    }

    private static void RequireError(string path, string expected) => Assert.Contains(
        expected, Assert.Throws<InvalidDataException>(() => new Table(path, Columns)).Message, StringComparison.Ordinal);
}
