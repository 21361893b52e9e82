using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A prediction of one step of a sequence at a time: of a sound, of sensors, of a text that is being written. It keeps the states of
/// recurrent layers and the keys and values of attention, so that a step costs no more than itself.
/// </summary>
/// <remarks>
/// The outputs are those of <c>Predict</c> over the whole sequence, bit for bit. One thread at a time uses a stream; a network may have
/// many. Networks declare it: <c>[Network(Stream = true)]</c>.
/// </remarks>
public sealed class PredictionStream
{
    private readonly Network network;
    private readonly ProgramPlan plan;
    private readonly Workspace workspace;

    internal PredictionStream(Network network, ProgramPlan plan)
    {
        (this.network, this.plan) = (network, plan);
        workspace = new Workspace(plan, network.Memory, 1, Workers.Single);
        NetworkDescription description = network.Description;
        StepSize = description.Vocabulary > 0 ? 1 : description.InputShape[^1];
        OutputSize = description.OutputShape[^1];
        Reset();
    }

    /// <summary>The steps that it has taken.</summary>
    public int Steps { get; private set; }

    /// <summary>The most steps that it takes, where layers keep something of each; null where it goes on for ever.</summary>
    public int? MaxSteps => network.Description.StreamSteps is > 0 and int steps ? steps : null;

    /// <summary>Floats of a step; of tokens 1.</summary>
    public int StepSize { get; }

    /// <summary>Floats that a step gives.</summary>
    public int OutputSize { get; }

    /// <summary>Takes a step of numbers.</summary>
    /// <param name="step">The step, [features].</param>
    /// <param name="output">Receives what the network gives for it, <see cref="OutputSize"/> floats.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the network takes tokens.</exception>
    /// <exception cref="InvalidOperationException">All <see cref="MaxSteps"/> are taken.</exception>
    public void Predict(ReadOnlySpan<float> step, Span<float> output)
    {
        network.RequireNumbers(nameof(step));
        if (step.Length != StepSize)
        {
            throw new ArgumentException(
                $"A step of {network.Name} has {StepSize} floats; got {step.Length}.", nameof(step));
        }

        Take(step, output);
    }

    /// <summary>Takes a step of numbers.</summary>
    /// <param name="step">The step, [features].</param>
    /// <returns>What the network gives for it, <see cref="OutputSize"/> floats.</returns>
    /// <exception cref="ArgumentException">The length does not fit, or the network takes tokens.</exception>
    /// <exception cref="InvalidOperationException">All <see cref="MaxSteps"/> are taken.</exception>
    public float[] Predict(ReadOnlySpan<float> step)
    {
        var output = new float[OutputSize];
        Predict(step, output);
        return output;
    }

    /// <summary>Takes a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="output">Receives what the network gives for it, <see cref="OutputSize"/> floats.</param>
    /// <exception cref="ArgumentException">The length does not fit, or the network takes numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The token is outside of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">All <see cref="MaxSteps"/> are taken.</exception>
    public void Predict(int token, Span<float> output)
    {
        int vocabulary = network.Description.Vocabulary;
        if (vocabulary == 0)
            throw new ArgumentException($"{network.Name} takes steps of {StepSize} floats; got a token.", nameof(token));
        if ((uint)token >= (uint)vocabulary)
        {
            throw new ArgumentOutOfRangeException(
                nameof(token), token, $"Step {Steps} is the token {token}; {BatchCheck.ExpectedToken(network)}.");
        }

        Take(MemoryMarshal.Cast<int, float>(new ReadOnlySpan<int>(in token)), output);
    }

    /// <summary>Takes a token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>What the network gives for it, <see cref="OutputSize"/> floats.</returns>
    /// <exception cref="ArgumentException">The network takes numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The token is outside of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">All <see cref="MaxSteps"/> are taken.</exception>
    public float[] Predict(int token)
    {
        var output = new float[OutputSize];
        Predict(token, output);
        return output;
    }

    /// <summary>Begins another sequence.</summary>
    public void Reset()
    {
        Steps = 0;
        foreach (ParameterRange state in plan.States ?? [])
            workspace.Batch(state.Offset, state.Length).Clear();
    }

    private unsafe void Take(ReadOnlySpan<float> step, Span<float> output)
    {
        if (output.Length != OutputSize)
            throw new ArgumentException($"A step gives {OutputSize} floats; there is room for {output.Length}.", nameof(output));
        if (Steps == MaxSteps)
        {
            throw new InvalidOperationException(
                $"The stream of {network.Name} has taken all of its {Steps} steps, of each of which its layers keep something; Reset() "
                + "begins another sequence.");
        }

        workspace.Step = Steps;
        if (plan.Input >= 0)
            step.CopyTo(workspace.Batch(plan.Input, StepSize));
        fixed (float* from = step)
        {
            workspace.ReadFrom(from);
            network.Stream(workspace);
            workspace.ReadFrom(null);
        }

        workspace.Batch(plan.Output, OutputSize).CopyTo(output);
        Steps++;
    }
}
