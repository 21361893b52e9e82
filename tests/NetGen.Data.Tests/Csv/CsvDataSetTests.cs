namespace NetGen.Data.Tests.Csv;

public class CsvDataSetTests
{
    [Fact]
    public void A_number_has_mean_0_and_deviation_1_in_the_training_part()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "x,y\n1,0\n2,1\n3,0\n1000,1\n");
        (IDataSet train, IDataSet test) = new Table(path, new CsvColumns().Number("x").Label("y")).SplitByTime(0.75);
        float deviation = MathF.Sqrt(2 / 3f);
        Assert.Equal([[-1 / deviation], [0], [1 / deviation]], Table.SamplesOf(train), Near);
        Assert.Equal([[998 / deviation]], Table.SamplesOf(test), Near);
    }

    [Fact]
    public void Numbers_are_scaled_as_their_columns_say()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "a,b,c,d\n1,1,0,5\n2,2,1.718281828,5\n5,5,6.389056099,5\n");
        CsvColumns columns = new CsvColumns()
            .Number("a", Scaling.MinMax).Number("b", Scaling.None).Number("c", Scaling.None, log: true).Number("d");
        Assert.Equal([[0, 1, 0, 0], [0.25f, 2, 1, 0], [1, 5, 2, 0]], Table.SamplesOf(new Table(path, columns)), Near);
    }

    [Theory]
    [InlineData(Missing.Mean, 3f)]
    [InlineData(Missing.Zero, 0f)]
    public void A_missing_number_is_what_its_rule_says(Missing missing, float expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "x,z\n2,\n NA ,\n4,\n");
        var data = new Table(path, new CsvColumns().Number("x", Scaling.None, missing));
        Assert.Equal([[2], [expected], [4]], Table.SamplesOf(data), Near);
    }

    [Fact]
    public void A_row_with_a_missing_value_is_dropped_by_rule()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "x,y\n1,a\n?,a\n3,null\n4,b\n");
        var data = new Table(path, new CsvColumns().Number("x", Scaling.None, Missing.DropRow).Label("y", Missing.DropRow));
        Assert.Equal([[1], [4]], Table.SamplesOf(data), Near);
        Assert.Equal([0, 1], Table.LabelsOf(data));
    }

    [Theory]
    [InlineData("x,y\n1,a\n,b\n", "line 3, column 'x'", "there is no value")]
    [InlineData("x,y\n1,a\n1.5.2,b\n", "line 3, column 'x'", "got '1.5.2'")]
    [InlineData("x;y\n1;a\n1,5;b\n", "line 3, column 'x'", "with a decimal point")]
    [InlineData("x,y\n\"1\",\"a\nb\nc\"\n\n1e99,b\n", "line 6, column 'x'", "a finite number")]
    [InlineData("x,y\n1,a\n1,2,3\n", "line 3", "expected 2 fields")]
    [InlineData("x,z\n1,a\n", "line 1", "there is no column 'y'; the columns are 'x', 'z'")]
    [InlineData("x,y,x\n1,a,2\n", "line 1", "two columns are named 'x'")]
    [InlineData("x,y\n", "'", "has no row")]
    [InlineData("", "'", "is empty")]
    public void A_bad_file_is_an_error_with_its_place(string text, string place, string what)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bad.csv", text);
        var error = Assert.Throws<InvalidDataException>(() => new Table(path, new CsvColumns().Number("x").Label("y")));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y\n1,a\n2,b\n")]
    [InlineData("\uFEFFx;y\r\n1;a\r\n2;b\r\n")]
    [InlineData("y\tx\na\t1\nb\t2")]
    [InlineData("x|y\n\"1\"|\"a\"\n\n 2 |b\n\n")]
    [InlineData("note,y,x\n\"says \"\"no, no\"\"\nand goes\",a,1\n,b,2\n")]
    public void Separators_quotes_blank_lines_and_a_BOM_are_understood(string text)
    {
        using var folder = new TemporaryFolder();
        var data = new Table(folder.Write("a.csv", text), new CsvColumns().Number("x", Scaling.None).Label("y"));
        Assert.Equal([[1], [2]], Table.SamplesOf(data), Near);
        Assert.Equal([0, 1], Table.LabelsOf(data));
    }

    [Fact]
    public void Columns_without_a_header_are_named_by_their_positions()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "a:1\nb:2\n");
        var data = new Table(
            path, new CsvColumns().Number("1", Scaling.None).Label("0"), new CsvOptions { HasHeader = false, Separator = ':' });
        Assert.Equal([[1], [2]], Table.SamplesOf(data), Near);
    }

    [Fact]
    public void Categories_are_a_feature_each_in_their_order()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "c,n,y\nb,10,1\na,9,0\nb,9,0\n");
        var sorted = new Table(path, new CsvColumns().OneHot("c").OneHot("n").Label("y"));
        Assert.Equal([[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 1, 0]], Table.SamplesOf(sorted));
        var stated = new Table(path, new CsvColumns().OneHot("c", "b", "c", "a").Label("y", "1", "0"));
        Assert.Equal([[1, 0, 0], [0, 0, 1], [1, 0, 0]], Table.SamplesOf(stated));
        Assert.Equal([0, 1, 1], Table.LabelsOf(stated));
        Assert.Equal(["1", "0"], stated.Preparation.ClassNames);
    }

    [Fact]
    public void A_category_that_the_training_part_lacks_is_an_error_with_its_line()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "c,y\n\"a\n\",0\nb,1\na,0\nnew,1\n");
        var data = new Table(path, new CsvColumns().OneHot("c").Label("y"));
        var error = Assert.Throws<InvalidDataException>(() => data.SplitByTime(0.75));
        Assert.Contains($"'{path}', line 6, column 'c': 'new' is none of the categories", error.Message, StringComparison.Ordinal);

        var ignoring = new Table(path, new CsvColumns().OneHot("c", Unseen.Ignore).Token("c", Unseen.Ignore).Label("y"));
        (IDataSet train, IDataSet test) = ignoring.SplitByTime(0.75);
        Assert.Equal([1, 0, 0], Table.SamplesOf(train)[0]);
        Assert.Equal([[0, 0, 0]], Table.SamplesOf(test));
        var tokens = new int[1];
        test.CopyInput("c", [0], tokens);
        Assert.Equal([0], tokens);
        train.CopyInput("c", [1], tokens);
        Assert.Equal([2], tokens);
    }

    [Fact]
    public void The_contract_of_the_type_is_compared_with_what_the_columns_make()
    {
        using var folder = new TemporaryFolder();
        string text = Penguins.Text(50, seed: 1), path = folder.Write("a.csv", text);
        Assert.Equal(5, new Penguins(path).SampleSize);
        string fewer = folder.Write("b.csv", text.Replace("Dream", "Biscoe", StringComparison.Ordinal));
        var data = new Penguins(fewer);
        var error = Assert.Throws<ArgumentException>(() => data.Split(0.5, seed: 1));
        Assert.Contains($"'{fewer}': Penguins states [Sample(5)]; expected [Sample(4)]", error.Message, StringComparison.Ordinal);
        Assert.Contains("'island' 2 ('Biscoe', 'Torgersen')", error.Message, StringComparison.Ordinal);
        var labels = new Penguins(folder.Write("c.csv", text.Replace("Gentoo", "Adelie", StringComparison.Ordinal)));
        error = Assert.Throws<ArgumentException>(() => labels.Classes);
        Assert.Contains("[Classes(3)]; the label has 2: 'Adelie', 'Chinstrap'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_is_consecutive_rows_and_its_target_the_rows_behind()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.csv", "x\n0\n1\n2\n3\n4\n5\n");
        var data = new Table(path, new CsvColumns().Number("x", Scaling.None).Target("x").Window(steps: 3, horizon: 2));
        Assert.Equal([3, 1], data.Shape);
        Assert.Equal(2, data.TargetSize);
        Assert.Equal([[0, 1, 2], [1, 2, 3]], Table.SamplesOf(data));
        Assert.Equal([[3, 4], [4, 5]], Table.TargetsOf(data));
        (IDataSet train, _) = data.SplitByTime(0.5);
        Assert.Equal([[0, 1, 2]], Table.SamplesOf(train));
        CsvPreparedColumn column = ((CsvPreparation)DataSetFitting.PreparationOf(train)!).Columns[0];
        Assert.Equal(2, column.Fill);
    }

    [Fact]
    public void A_window_lies_in_one_group_and_one_file()
    {
        using var folder = new TemporaryFolder();
        string first = folder.Write("a.csv", "shop,x\na,0\na,1\na,2\nb,3\nb,4\n"), second = folder.Write("b.csv", "shop,x\nb,5\nb,6\n");
        CsvColumns columns = new CsvColumns().Number("x", Scaling.None).Target("x").Group("shop").Window(1);
        var data = new Table([first, second], columns);
        Assert.Equal([[0], [1], [3], [5]], Table.SamplesOf(data));
        Assert.Equal([[1], [2], [4], [6]], Table.TargetsOf(data));
    }

    [Fact]
    public void A_test_file_takes_what_the_training_file_has_taught()
    {
        using var folder = new TemporaryFolder();
        CsvColumns columns = new CsvColumns().Number("x").OneHot("c").Label("y");
        var train = new Table(folder.Write("a.csv", "x,c,y\n0,a,no\n2,b,yes\n"), columns);
        IDataSet test = new Table(folder.Write("b.csv", "x,c,y\n4,b,yes\n"), columns).PreparedAs(train);
        Assert.Equal([[3, 0, 1]], Table.SamplesOf(test));
        Assert.Equal([1], Table.LabelsOf(test));
        var other = new Table(folder.Write("c.csv", "x,c,y\n1,a,no\n4,b,maybe\n"), columns);
        var error = Assert.Throws<InvalidDataException>(() => other.PreparedAs(train));
        Assert.Contains("line 3, column 'y': 'maybe' is none of the classes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_that_are_no_data_set_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CsvColumns().Number("x").Number("x"));
        Assert.Throws<ArgumentException>(() => new CsvColumns().OneHot("x", "a", "a"));
        Assert.Throws<ArgumentException>(() => new CsvColumns().OneHot("x", Unseen.Error, Missing.Mean));
        Assert.Throws<ArgumentException>(() => new CsvColumns().Target("x", missing: Missing.Zero));
        Assert.Throws<ArgumentException>(() => new CsvColumns().Label("x").Label("y"));
        Assert.Throws<ArgumentException>(() => new Table("none.csv", new CsvColumns().Label("x")));
        Assert.Throws<ArgumentException>(() => new Table("none.csv", new CsvColumns().Number("x").Label("x").Target("x")));
        Assert.Throws<ArgumentException>(
            () => new Table("none.csv", new CsvColumns().Number("x", missing: Missing.DropRow).Target("x").Window(2)));
        Assert.Throws<ArgumentException>(() => new CsvOptions { Separator = '"' });
        Assert.Throws<FileNotFoundException>(() => new Table("none.csv", new CsvColumns().Number("x")));
    }

    private static bool Near(float[] expected, float[] actual) =>
        expected.Length == actual.Length
            && expected.Zip(actual).All(pair => MathF.Abs(pair.First - pair.Second) <= 1e-5f * MathF.Max(1, MathF.Abs(pair.First)));
}
