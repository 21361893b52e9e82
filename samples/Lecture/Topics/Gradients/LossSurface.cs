using NetGen;

namespace Lecture.Gradients;

/// <summary>The mean squared error of a network with two weights, L(w₁, w₂) = 1/n · Σ (yᵢ − tᵢ)².</summary>
internal sealed class LossSurface
{
    private readonly Network network;
    private readonly float[] inputs, targets;

    /// <param name="network">A network of one input, one output and two weights.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">A target for each.</param>
    public LossSurface(Network network, float[] inputs, float[] targets)
    {
        if (network.ParameterCount != 2)
        {
            throw new ArgumentException(
                $"Expected a network of two weights; {network.Name} has {network.ParameterCount}.", nameof(network));
        }

        (this.network, this.inputs, this.targets) = (network, inputs, targets);
    }

    /// <summary>The loss of all samples with these weights.</summary>
    public double At(double first, double second)
    {
        Set(first, second);
        float[] outputs = network.Predict(inputs);
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
            sum += Math.Pow(outputs[i] - targets[i], 2);
        return sum / outputs.Length;
    }

    /// <summary>Where an optimizer goes from a place, each step by the gradient over all samples.</summary>
    /// <param name="optimizer">A new optimizer.</param>
    /// <param name="start">The weights at first.</param>
    /// <param name="steps">The number of steps.</param>
    /// <returns>The start and the place after each step.</returns>
    public IReadOnlyList<Place> Descend(Optimizer optimizer, (double First, double Second) start, int steps)
    {
        Set(start.First, start.Second);
        var weights = new List<(float First, float Second)> { (Weight(0), Weight(1)) };
        using (Trainer trainer = network.CreateTrainer(optimizer, inputs.Length, threads: 1))
        {
            for (int step = 0; step < steps; step++)
            {
                trainer.Step(inputs, targets);
                weights.Add((Weight(0), Weight(1)));
            }
        }

        return [.. weights.Select(weight => new Place(weight.First, weight.Second, At(weight.First, weight.Second)))];
    }

    private void Set(double first, double second)
    {
        network.Parameters[0].CopyFrom([(float)first]);
        network.Parameters[1].CopyFrom([(float)second]);
    }

    private float Weight(int index)
    {
        Span<float> value = [0];
        network.Parameters[index].CopyTo(value);
        return value[0];
    }
}
