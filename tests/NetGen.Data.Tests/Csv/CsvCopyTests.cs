namespace NetGen.Data.Tests.Csv;

public class CsvCopyTests
{
    private static readonly CsvField[] Fields =
        [.. CsvField.Of(new CsvColumns().Number("x", missing: Missing.Mean).OneHot("c", Unseen.Error, Missing.Zero).All)];

    [Fact]
    public void A_large_file_is_mapped_from_its_copy()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", Text(1000));
        Assert.IsType<MemoryCells>(Read(folder, path, mostInMemory: 2000).Cells);
        Assert.Equal(["a.csv"], folder.Files());
        CsvTable first = Read(folder, path);
        Assert.IsType<MappedCells>(first.Cells);
        string copy = Assert.Single(folder.Files(), IsCopy);
        DateTime made = File.GetLastWriteTimeUtc(folder.PathOf(copy));
        CsvTable second = Read(folder, path);
        Assert.Equal(made, File.GetLastWriteTimeUtc(folder.PathOf(copy)));
        RequireSame(Read(folder, path, mostInMemory: 2000), first);
        RequireSame(first, second);
    }

    [Fact]
    public void A_damaged_copy_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", Text(100));
        CsvTable table = Read(folder, path);
        string copy = folder.PathOf(Assert.Single(folder.Files(), IsCopy));
        byte[] whole = File.ReadAllBytes(copy);
        for (int i = 0; i < whole.Length; i += 17)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 4;
            Replace(copy, damaged);
            RequireSame(table, Read(folder, path));
            Assert.Equal(whole, File.ReadAllBytes(copy));
        }

        foreach (int length in new[] { 0, 1, 100, whole.Length - 1 })
        {
            Replace(copy, whole[..length]);
            RequireSame(table, Read(folder, path));
        }
    }

    [Fact]
    public void A_changed_file_is_read_anew_and_its_old_copy_deleted()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", Text(100));
        Read(folder, path);
        string old = Assert.Single(folder.Files(), IsCopy);
        folder.Write("a.csv", Text(101));
        Assert.Equal(101, Read(folder, path).Cells.Rows);
        Assert.NotEqual(old, Assert.Single(folder.Files(), IsCopy));
    }

    [Fact]
    public void A_copy_of_other_columns_stays()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", Text(100));
        Read(folder, path);
        CsvTable.Read([path], Options(folder), CsvField.Of(new CsvColumns().OneHot("c", Unseen.Error, Missing.Zero).All), mostInMemory: 10);
        Assert.Equal(2, folder.Files().Count(IsCopy));
    }

    [Fact]
    public void A_bad_line_leaves_no_part_of_a_copy()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", Text(500) + "heavy,a\n");
        var error = Assert.Throws<InvalidDataException>(() => Read(folder, path));
        Assert.Contains("line 502, column 'x'", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a.csv"], folder.Files());
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_an_error_that_names_the_option()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", Text(100)), cache = folder.Write("file", "");
        var options = new CsvOptions { CacheFolder = cache };
        var error = Assert.Throws<IOException>(() => CsvTable.Read([path], options, Fields, mostInMemory: 10));
        Assert.Contains("CsvOptions.CacheFolder", error.Message, StringComparison.Ordinal);
        Assert.Contains(cache, error.Message, StringComparison.Ordinal);
    }

    private static bool IsCopy(string file) => file.EndsWith(".cells", StringComparison.Ordinal);

    private static CsvOptions Options(TemporaryFolder folder) => new() { CacheFolder = folder.PathOf("cache") };

    private static CsvTable Read(TemporaryFolder folder, string path, int mostInMemory = 20) =>
        CsvTable.Read([path], Options(folder), Fields, mostInMemory);

    // A copy that is mapped keeps its content: it is replaced as another process would.
    private static void Replace(string path, byte[] content)
    {
        File.Delete(path);
        File.WriteAllBytes(path, content);
    }

    private static void RequireSame(CsvTable expected, CsvTable actual)
    {
        Assert.Equal(expected.Cells.Rows, actual.Cells.Rows);
        for (int row = 0; row < expected.Cells.Rows; row++)
            Assert.Equal(expected.Cells[row].ToArray(), actual.Cells[row].ToArray());
        Assert.Equal(expected.Categories, actual.Categories);
        GC.KeepAlive(expected);
        GC.KeepAlive(actual);
    }

    private static string Text(int rows) =>
        "x,c\n" + string.Concat(Enumerable.Range(0, rows).Select(i => i % 10 == 0 ? ",\n" : $"{i},{"abc"[i % 3]}\n"));
}
