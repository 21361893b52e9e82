using System.Numerics.Tensors;

namespace NetGen.Tests;

public class ParameterTests
{
    [Fact]
    public void A_view_has_PyTorchs_shape_over_the_stored_layout()
    {
        var network = new LinearClassifier(seed: 1);
        TensorSpan<float> weight = network.Weight;
        Assert.Equal([3, 5], weight.Lengths.ToArray());
        weight[2, 4] = 42;
        Assert.Equal(42, network.Memory.Parameters[(4 * 16) + 2]);
        network.Memory.Gradients[(1 * 16) + 2] = 7;
        Assert.Equal(7, network.Weight.Gradients[2, 1]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_network_and_padding_stays_zero()
    {
        var first = new LinearClassifier(seed: 5);
        var second = new LinearClassifier(seed: 5);
        var other = new LinearClassifier(seed: 6);
        Assert.Equal(first.Memory.Parameters, second.Memory.Parameters);
        Assert.NotEqual(first.Memory.Parameters.ToArray(), other.Memory.Parameters.ToArray());
        for (int i = 0; i < first.Memory.Parameters.Length; i++)
        {
            if (i % 16 >= LinearClassifier.Classes)
                Assert.Equal(0, first.Memory.Parameters[i]);
            else
                Assert.InRange(first.Memory.Parameters[i], -0.447f, 0.447f);
        }
    }

    [Fact]
    public void Statistics_have_values_and_no_gradient()
    {
        var network = new LinearClassifier(withStatistics: true);
        Assert.Equal("bn.running_var", network.Statistics[1].Name);
        Assert.Equal(1, network.Statistics[1].Values[2]);
        Assert.Throws<InvalidOperationException>(() => network.Statistics[1].Gradients.FlattenedLength);
    }

    [Fact]
    public void Values_are_copied_in_PyTorchs_order_and_seen_by_predictions()
    {
        var network = new LinearClassifier(seed: 3);
        float[] input = [1, 2, 3, 4, 5], before = network.Predict(input);
        var values = new float[network.Weight.Count];
        network.Weight.CopyTo(values);
        Assert.Equal(network.Weight.Values[2, 4], values[14]);
        values[14] += 1;
        network.Weight.CopyFrom(values);
        Assert.Equal(before[2] + 5, network.Predict(input)[2], 1e-5f);
        Assert.Equal(before[1], network.Predict(input)[1]);
        Assert.Contains("has 15 values, [3, 5]; got 14", Assert.Throws<ArgumentException>(
            "values", () => network.Weight.CopyFrom(values.AsSpan(1))).Message);
        Assert.Throws<ArgumentException>("values", () => network.Weight.CopyTo(new float[16]));
    }

    [Fact]
    public void Counts_its_values_without_padding() => Assert.Equal(18, new LinearClassifier().ParameterCount);
}
