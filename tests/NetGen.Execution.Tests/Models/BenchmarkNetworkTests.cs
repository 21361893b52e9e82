using NetGen.Runtime;

namespace NetGen.Execution.Tests.Models;

/// <summary>The networks of the benchmark are those that other libraries are measured with: as many parameters, as much work.</summary>
public class BenchmarkNetworkTests
{
    /// <summary>Of GptMini, attention to later steps is left out: 128 multiply-adds, twice, of 64 · 63 / 2 pairs in four blocks.</summary>
    private const long LaterSteps = 4 * 2 * 128 * (64 * 63 / 2);

    [Theory]
    [InlineData("Tiny", 1_674, 1_600)]
    [InlineData("Mlp", 101_770, 101_632)]
    [InlineData("MlpWide", 669_706, 668_672)]
    [InlineData("LeNet", 61_706, 416_520)]
    [InlineData("MnistCnn", 1_199_882, 11_992_448)]
    [InlineData("ResNet8", 78_042, 12_501_632)]
    [InlineData("RowLstm", 82_186, 2_237_696)]
    [InlineData("RowGru", 61_962, 1_678_592)]
    [InlineData("Wave", 37_226, 5_997_824)]
    [InlineData("VitMnist", 205_066, 3_541_120)]
    [InlineData("GptMini", 818_176, 55_058_432 - LaterSteps)]
    [InlineData("MobileNet8", 49_866, 7_694_848)]
    [InlineData("ResNet18", 11_173_962, 555_422_720)]
    public void A_network_has_PyTorchs_number_of_parameters_and_multiply_adds(string name, long parameters, long multiplyAdds)
    {
        Network network = BenchmarkNetworks.Compiled.Create("NetGen.Benchmarks.Models." + name, VectorWidth.Preferred, seed: 0);
        Assert.Equal(parameters, network.ParameterCount);
        Assert.Equal(multiplyAdds, network.GetType().GetField("TotalMultiplyAdds")!.GetRawConstantValue());
    }
}
