using System.Text;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Golden;

/// <summary>Weights with the names and layouts of torchvision, timm and transformers load, and predict what PyTorch does.</summary>
public class PretrainedTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string, string, int> FilesAndWidths
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (int lanes in VectorWidths.All)
            {
                data.Add("torchvision_resnet18", "F16", lanes);
                data.Add("torchvision_vit", "F32", lanes);
                data.Add("timm_vit", "BF16", lanes);
                data.Add("transformers_gpt2", "F32", lanes);
                data.Add("transformers_llama", "BF16", lanes);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(FilesAndWidths))]
    public void Predicts_what_PyTorch_does(string file, string type, int lanes)
    {
        (Network network, WeightNames names) = PretrainedNetworks.Create(file, lanes);
        Assert.Contains($"\"{type}\"", Encoding.Latin1.GetString(File.ReadAllBytes(PretrainedNetworks.WeightsOf(file))));
        network.Load(PretrainedNetworks.WeightsOf(file), names);
        SafetensorsFile pass = PretrainedNetworks.PassOf(file);
        var values = new Differences(Tolerance);
        values.Compare("output", pass["output"].Values, PretrainedNetworks.Predict(network, pass["input"]));
        values.Assert($"{file} with {lanes} lanes ({VectorWidths.Hardware})");
        Assert.All(
            network.Statistics.Where(statistic => statistic.IsBatchCounter), statistic => Assert.Equal(7, statistic.Batches));
    }

    /// <summary>What is loaded is saved in this network's names, and needs no table any more.</summary>
    [Fact]
    public void Saved_weights_need_no_table()
    {
        (Network first, WeightNames names) = PretrainedNetworks.Create("transformers_gpt2");
        first.Load(PretrainedNetworks.WeightsOf("transformers_gpt2"), names);
        using var saved = new MemoryStream();
        first.Save(saved);
        saved.Position = 0;
        (Network second, _) = PretrainedNetworks.Create("transformers_gpt2");
        second.Load(saved);
        Assert.Equal(first.Memory.Parameters, second.Memory.Parameters);
    }

    [Fact]
    public void Without_a_table_the_error_says_what_the_names_begin_with()
    {
        (Network network, _) = PretrainedNetworks.Create("transformers_gpt2");
        float[] before = network.Memory.Parameters.ToArray();
        string message =
            Assert.Throws<InvalidDataException>(() => network.Load(PretrainedNetworks.WeightsOf("transformers_gpt2"))).Message;
        Assert.Contains(
            "most of its names begin with 'transformer.': new WeightNames(prefix: \"transformer.\") takes it away", message,
            StringComparison.Ordinal);
        Assert.Contains("missing: 'h.1.attn.in_proj_weight' [48, 16]", message, StringComparison.Ordinal);
        Assert.Contains("unexpected: 'transformer.h.1.attn.c_attn.weight' [16, 48]", message, StringComparison.Ordinal);
        Assert.Contains(
            "'transformer.h.0.mlp.c_fc.weight' is [16, 64] in the file and 'h.0.mlp.c_fc.weight' [64, 16] in the network, its transpose",
            message, StringComparison.Ordinal);
        Assert.DoesNotContain("missing: 'wte.weight'", message, StringComparison.Ordinal);
        Assert.Equal(before, network.Memory.Parameters.ToArray());
    }

    /// <summary>ResNet-18 for seven classes: all but the last layer is loaded.</summary>
    [Fact]
    public void A_transfer_keeps_what_fits()
    {
        string source = PretrainedNetworks.SourceOf("torchvision_resnet18");
        string other = source.Replace("Linear(10, Name = \"fc\")", "Linear(7, Name = \"fc\")", StringComparison.Ordinal);
        Assert.NotEqual(source, other);
        Network network = NetworkCompilation.Compile("Transfer", [("transfer", other)]).Create("ResNet18", 16, seed: 3);
        float[] before = GoldenNetworks.Values(network.Parameters[^2]);
        LoadReport report = network.LoadMatching(PretrainedNetworks.WeightsOf("torchvision_resnet18"));
        Assert.Equal(["fc.weight", "fc.bias"], report.Mismatched.Select(mismatch => mismatch.Name));
        Assert.Empty(report.Missing);
        Assert.Empty(report.Unexpected);
        Assert.Equal(network.Parameters.Count + network.Statistics.Count - 2, report.Loaded.Count);
        Assert.Equal(before, GoldenNetworks.Values(network.Parameters[^2]));

        (Network whole, WeightNames names) = PretrainedNetworks.Create("torchvision_resnet18");
        whole.Load(PretrainedNetworks.WeightsOf("torchvision_resnet18"), names);
        foreach ((Parameter own, Parameter loaded) in whole.Parameters.Zip(network.Parameters).SkipLast(2))
            Assert.Equal(GoldenNetworks.Values(own), GoldenNetworks.Values(loaded));
    }
}
