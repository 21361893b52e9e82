namespace NetGen.Tests.Files;

/// <summary>Files whose names and layouts are not the network's.</summary>
public class WeightNamesTests
{
    [Theory]
    [InlineData("h.*.ln_1.weight", "blocks.*.norm.weight", "h.11.ln_1.weight", "blocks.11.norm.weight")]
    [InlineData("h.*.ln_1.weight", "blocks.*.norm.weight", "h.1.x.ln_1.weight", null)]
    [InlineData("layer*.*.bn*.**", "stage*.*.norm*.**", "layer2.0.bn1.running_mean", "stage2.0.norm1.running_mean")]
    [InlineData("encoder_layer_*.**", "blocks.*.**", "encoder_layer_3.mlp.0.bias", "blocks.3.mlp.0.bias")]
    [InlineData("**.gamma", "**.weight", "a.b.c.gamma", "a.b.c.weight")]
    [InlineData("**.gamma", "**.weight", "gamma", null)]
    [InlineData("*.gamma", "*.weight", "a.b.gamma", null)]
    [InlineData("*.*_*.w", "*.*-*.w", "a.b_c_d.w", "a.b-c_d.w")]
    [InlineData("fc.weight", "head.weight", "fc.weight", "head.weight")]
    [InlineData("fc.weight", "head.weight", "fc.weight2", null)]
    [InlineData("wte.**", null, "wte.weight", "")]
    public void A_pattern_stands_for_names(string stored, string? name, string file, string? expected)
    {
        var names = new WeightNames { { stored, name } };
        (WeightName found, int line) = names.Of(file);
        Assert.Equal(expected is null ? -1 : 0, line);
        Assert.Equal(expected is null ? file : expected.Length == 0 ? null : expected, found.Name);
    }

    [Fact]
    public void The_first_pattern_that_matches_decides_and_then_the_function()
    {
        var names = new WeightNames(rename: name => name.EndsWith(".mask", StringComparison.Ordinal) ? null : name.ToUpperInvariant())
        {
            { "a.b", "first", WeightTransform.Transpose },
            { "a.*", "second.*" },
            { "p.*", WeightTransform.FirstRows },
        };
        Assert.Equal(new WeightName("first", WeightTransform.Transpose), names.Of("a.b").Name);
        Assert.Equal("second.c", names.Of("a.c").Name.Name);
        Assert.Equal(new WeightName("p.w", WeightTransform.FirstRows), names.Of("p.w").Name);
        Assert.Equal("X.Y", names.Of("x.y").Name.Name);
        Assert.Null(names.Of("x.mask").Name.Name);
        Assert.Equal(["a.b", "a.*", "p.*"], names.Select(line => line.Key));
        Assert.Equal(new WeightName("second.*"), names.ElementAt(1).Value);
    }

    /// <summary>Names of 100,000 letters take no memory and time by their square.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    [InlineData(14_000, false)]
    public void Wrapped_modules_are_unwrapped_a_few_times(int times, bool isLoaded)
    {
        string prefix = string.Concat(Enumerable.Repeat("module.", times));
        byte[] file = SafetensorsBytes.Counting(($"{prefix}fc.weight", [3, 5]), ($"{prefix}fc.bias", [3]));
        var network = new LinearClassifier();
        long before = GC.GetAllocatedBytesForCurrentThread();
        if (isLoaded)
            network.Load(new MemoryStream(file));
        else
            Assert.Throws<InvalidDataException>(() => network.Load(new MemoryStream(file)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.Equal(isLoaded, network.Parameters[0].Values[[2, 4]] == 14);
    }

    [Fact]
    public void A_line_that_makes_no_sense_is_refused()
    {
        var names = new WeightNames();
        Assert.StartsWith(
            "'h.*.w' has * and 'blocks.w' has no wildcard; expected the same wildcards in the same order.",
            Assert.Throws<ArgumentException>(() => names.Add("h.*.w", "blocks.w")).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "'h.*.**' has * ** and 'h.**.*' has ** *;", Assert.Throws<ArgumentException>(() => names.Add("h.*.**", "h.**.*")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "'h.***' has more than two stars side by side", Assert.Throws<ArgumentException>(() => names.Add("h.***", null)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => names.Add("", "x"));
        Assert.StartsWith(
            "Expected Transpose, FirstRows or both; got 4.",
            Assert.Throws<ArgumentOutOfRangeException>(() => names.Add("x", (WeightTransform)4)).Message, StringComparison.Ordinal);
        Assert.Empty(names);
    }

    [Fact]
    public void A_table_renames_and_transposes()
    {
        var network = new LinearClassifier(withStatistics: true);
        network.Load(
            new MemoryStream(SafetensorsBytes.Counting(
                ("model.head.kernel", [5, 3]), ("model.head.bias", [3]), ("model.norm.mean", [3]), ("model.norm.var", [3]),
                ("model.extra.weight", [2]))),
            new WeightNames(prefix: "model.")
            {
                { "head.kernel", "fc.weight", WeightTransform.Transpose },
                { "head.bias", "fc.bias", WeightTransform.Transpose },
                { "norm.*", "bn.running_*" },
                { "extra.**", null },
            });
        Assert.Equal(7f, network.Weight.Values[1, 2]);
        Assert.Equal(14f, network.Weight.Values[2, 4]);
        Assert.Equal(16f, network.Parameters[1].Values[1]);
        Assert.Equal(19f, network.Statistics[0].Values[1]);
        Assert.Equal(22f, network.Statistics[1].Values[1]);
    }

    [Fact]
    public void A_function_renames()
    {
        var network = new LinearClassifier();
        network.Load(
            new MemoryStream(SafetensorsBytes.Counting(("FC/w", [5, 3]), ("FC/b", [3]), ("step", [1]))),
            new WeightNames(rename: name => name switch
            {
                "FC/w" => new WeightName("fc.weight", WeightTransform.Transpose),
                "FC/b" => "fc.bias",
                _ => null,
            }));
        Assert.Equal(7f, network.Weight.Values[1, 2]);
    }

    /// <summary>torchvision's and timm's class tokens are [1, 1, features], positions [1, steps, features].</summary>
    [Fact]
    public void Leading_axes_of_1_are_ignored()
    {
        var network = new LinearClassifier();
        network.Load(new MemoryStream(SafetensorsBytes.Counting(("fc.weight", [1, 3, 5]), ("fc.bias", [1, 1, 3]))));
        Assert.Equal(7f, network.Weight.Values[1, 2]);
        Assert.Equal(17f, network.Parameters[1].Values[2]);
        Assert.Contains(
            "'fc.weight' is [3, 1, 5] in the file and [3, 5] in the network",
            Refusal(network, SafetensorsBytes.Counting(("fc.weight", [3, 1, 5]), ("fc.bias", [3]))), StringComparison.Ordinal);
        Assert.Contains(
            "'fc.bias' is [3, 1] in the file and [3] in the network",
            Refusal(network, SafetensorsBytes.Counting(("fc.weight", [3, 5]), ("fc.bias", [3, 1]))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_rows_of_a_longer_table_load_where_the_table_says_so()
    {
        byte[] file = SafetensorsBytes.Counting(("fc.weight", [1, 8, 5]), ("fc.bias", [3]));
        var network = new LinearClassifier();
        Assert.Contains(
            "'fc.weight' is [1, 8, 5] in the file and [3, 5] in the network; WeightTransform.FirstRows loads the first 3 rows, where rows "
                + "are positions", Refusal(network, file), StringComparison.Ordinal);
        network.Load(new MemoryStream(file), new WeightNames { { "fc.weight", WeightTransform.FirstRows } });
        Assert.Equal(14f, network.Weight.Values[2, 4]);

        byte[] transposed = SafetensorsBytes.Counting(("fc.weight", [5, 8]), ("fc.bias", [3]));
        network.Load(
            new MemoryStream(transposed), new WeightNames { { "fc.weight", WeightTransform.FirstRows | WeightTransform.Transpose } });
        Assert.Equal(34f, network.Weight.Values[2, 4]);

        byte[] shorter = SafetensorsBytes.Counting(("fc.weight", [2, 5]), ("fc.bias", [3]));
        string message = Refusal(network, shorter, new WeightNames { { "fc.weight", WeightTransform.FirstRows } });
        Assert.Contains("'fc.weight' is [2, 5] in the file and [3, 5] in the network.", message, StringComparison.Ordinal);
    }

    /// <summary>BERT and Llama have queries, keys and values apart. The order is that of the lines, not that of the file.</summary>
    [Fact]
    public void Tensors_of_several_lines_are_joined_by_their_rows()
    {
        var names = new WeightNames
        {
            { "q.weight", "fc.weight" }, { "k.weight", "fc.weight", WeightTransform.Transpose },
            { "q.bias", "fc.bias" }, { "k.bias", "fc.bias" },
        };
        byte[] file = SafetensorsBytes.Counting(("k.weight", [5, 1]), ("q.weight", [1, 2, 5]), ("k.bias", [2]), ("q.bias", [1]));
        var network = new LinearClassifier();
        network.Load(new MemoryStream(file), names);
        Assert.Equal([5f, 9f, 10f, 14f, 0f, 4f], new[] { (0, 0), (0, 4), (1, 0), (1, 4), (2, 0), (2, 4) }.Select(Weight));
        Assert.Equal([17f, 15f, 16f], new[] { 0, 1, 2 }.Select(row => network.Parameters[1].Values[row]));

        string message = Refusal(
            network, SafetensorsBytes.Counting(("k.weight", [5, 1]), ("q.weight", [3, 5]), ("k.bias", [1]), ("q.bias", [1])), names);
        Assert.Contains(
            "mismatched: 'q.weight' [3, 5] and 'k.weight' [5, 1] of the file are the rows of 'fc.weight', [3, 5] in the network; "
                + "mismatched: 'q.bias' [1] and 'k.bias' [1] of the file are the rows of 'fc.bias', [3] in the network", message,
            StringComparison.Ordinal);
        message = Refusal(network, SafetensorsBytes.Counting(("a.w", [1, 5]), ("b.w", [2, 5]), ("fc.bias", [3])), Same());
        Assert.Contains("mismatched: 'a.w' and 'b.w' of the file are all 'fc.weight' here", message, StringComparison.Ordinal);

        float Weight((int Row, int Column) at) => network.Weight.Values[at.Row, at.Column];

        static WeightNames Same() => new(rename: name => name.EndsWith(".w", StringComparison.Ordinal) ? "fc.weight" : name);
    }

    [Fact]
    public void What_a_table_gets_wrong_is_named_by_both_names()
    {
        byte[] file = SafetensorsBytes.Counting(("h.c_fc.weight", [5, 3]), ("h.c_fc.bias", [3]), ("h.other", [2]));
        string message = Refusal(
            new LinearClassifier(), file,
            new WeightNames { { "h.c_fc.*", "fc.*" }, { "h.oth", null }, { "h.other", "fc.bias" } });
        Assert.Contains(
            "mismatched: 'h.c_fc.weight' is [5, 3] in the file and 'fc.weight' [3, 5] in the network, its transpose: "
                + "WeightTransform.Transpose loads it; ", message, StringComparison.Ordinal);
        Assert.Contains(
            "mismatched: 'h.c_fc.bias' [3] and 'h.other' [2] of the file are the rows of 'fc.bias', [3] in the network", message,
            StringComparison.Ordinal);
        Assert.Contains("no name of the file matches 'h.oth'", message, StringComparison.Ordinal);

        message = Refusal(new LinearClassifier(), file, new WeightNames { { "h.other", "x.y" } });
        Assert.Contains("unexpected: 'h.other' [2], here 'x.y'", message, StringComparison.Ordinal);
        file = SafetensorsBytes.Counting(("fc.weight", [5, 1, 3]), ("fc.bias", [3]));
        message = Refusal(new LinearClassifier(), file, new WeightNames { { "fc.*", WeightTransform.Transpose } });
        Assert.EndsWith(
            "nothing was loaded. mismatched: 'fc.weight' is [5, 1, 3] in the file; Transpose expects a matrix or vector.", message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_beginning_of_most_names_is_said_and_what_is_left_without()
    {
        byte[] file = SafetensorsBytes.Counting(
            ("transformer.fc.weight", [3, 5]), ("transformer.fc.bias", [4]), ("transformer.ln.weight", [3]), ("lm_head.weight", [3, 5]));
        string message = Refusal(new LinearClassifier(), file);
        Assert.EndsWith(
            "nothing was loaded. most of its names begin with 'transformer.': new WeightNames(prefix: \"transformer.\") takes it away. "
                + "Without it: mismatched: 'transformer.fc.bias' is [4] in the file and 'fc.bias' [3] in the network; "
                + "unexpected: 'transformer.ln.weight' [3]; unexpected: 'lm_head.weight' [3, 5].", message, StringComparison.Ordinal);

        // A table is taken into account.
        file = SafetensorsBytes.Counting(("model.net.dense.kernel", [5, 3]), ("model.net.dense.bias", [3]));
        message = Refusal(
            new LinearClassifier(), file,
            new WeightNames(prefix: "model.") { { "dense.kernel", "fc.weight", WeightTransform.Transpose }, { "dense.bias", "fc.bias" } });
        Assert.EndsWith(
            "its names all begin with 'net.', and are those of the network but for that: new WeightNames(prefix: \"model.net.\") takes it "
                + "away.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_beginning_of_all_names_is_said_also_where_nothing_else_fits()
    {
        byte[] file = SafetensorsBytes.Counting(("model.a.weight", [3, 5]), ("model.b.bias", [3]));
        Assert.Contains(
            "its names all begin with 'model.', and none is the network's: new WeightNames(prefix: \"model.\") takes it away; missing: "
                + "'fc.weight' [3, 5]", Refusal(new LinearClassifier(), file), StringComparison.Ordinal);
    }

    private static string Refusal(Network network, byte[] file, WeightNames? names = null)
    {
        float[] before = network.Memory.Parameters.ToArray();
        string message =
            Assert.Throws<InvalidDataException>(() => network.Load(new MemoryStream(file), names ?? new WeightNames())).Message;
        Assert.Equal(before, network.Memory.Parameters.ToArray());
        return message;
    }
}
