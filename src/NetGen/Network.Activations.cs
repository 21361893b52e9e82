using NetGen.Runtime;

namespace NetGen;

public abstract partial class Network
{
    private Workspace? activations;

    /// <summary>Whether <see cref="Activations(ReadOnlySpan{float})"/> tells what each layer gives: <c>[Network(Activations = true)]</c>.
    /// </summary>
    public bool HasActivations => Description.Activations is not null;

    /// <summary>
    /// Predicts a sample, and gives what each layer gives for it, in the order of the layers: convolutions before the activation behind
    /// them, too. PyTorch has forward hooks for this, Keras a model of each layer's output.
    /// </summary>
    /// <param name="sample">The sample, of <see cref="InputShape"/>.</param>
    /// <exception cref="NotSupportedException">The network was compiled without <c>[Network(Activations = true)]</c>.</exception>
    /// <exception cref="ArgumentException">The sample has another length, or the network takes tokens.</exception>
    public IReadOnlyList<LayerActivation> Activations(ReadOnlySpan<float> sample)
    {
        RequireActivations();
        RequireNumbers(nameof(sample));
        return ActivationsOf(sample, nameof(sample));
    }

    /// <summary>The same of a sample of tokens.</summary>
    /// <param name="tokens">The sample, [steps].</param>
    /// <exception cref="NotSupportedException">The network was compiled without <c>[Network(Activations = true)]</c>.</exception>
    /// <exception cref="ArgumentException">The sample has another length, or a token is outside of the vocabulary.</exception>
    public IReadOnlyList<LayerActivation> Activations(ReadOnlySpan<int> tokens)
    {
        RequireActivations();
        return ActivationsOf(InputOf(tokens, nameof(tokens)), nameof(tokens));
    }

    /// <summary>The same of a sample of a data set, which may have several inputs and lengths.</summary>
    /// <param name="data">A data set that fits the network.</param>
    /// <param name="index">The sample's index, from 0.</param>
    /// <exception cref="NotSupportedException">The network was compiled without <c>[Network(Activations = true)]</c>.</exception>
    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public IReadOnlyList<LayerActivation> Activations(IDataSet data, int index)
    {
        RequireActivations();
        ArgumentNullException.ThrowIfNull(data);
        if ((uint)index >= (uint)data.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index), index, $"Expected a sample from 0 to {data.Count - 1} of '{data.Name}'; got {index}.");
        }

        var batch = new DataBatch(this, data, capacity: 1);
        batch.Read([index]);
        batch.Require([index]);
        return ActivationsOf(batch.Inputs, nameof(data));
    }

    /// <summary>What each layer gives for a sample as the programs read it: numbers, tokens as bits, or a row of inputs.</summary>
    internal unsafe IReadOnlyList<LayerActivation> ActivationsOf(ReadOnlySpan<float> sample, string argument)
    {
        int samples = SamplesOf(sample.Length, argument);
        RequireTwoSamples(1, argument);
        if (samples != 1)
            throw new ArgumentException($"Expected one sample of {InputSize} {InputUnit}; got {samples}.", argument);
        ProgramPlan plan = Description.Activations!;
        Workspace workspace = Interlocked.Exchange(ref activations, null) ?? new Workspace(plan, Memory, 1, Workers.Single);
        workspace.Samples = 1;
        if (plan.Input >= 0)
            sample.CopyTo(workspace.Batch(plan.Input, InputSize));
        fixed (float* from = sample)
        {
            workspace.ReadFrom(from);
            RunActivations(workspace);
            workspace.ReadFrom(null);
        }

        var result = new LayerActivation[Description.LayerResults.Length];
        for (int i = 0; i < result.Length; i++)
        {
            LayerResultDescription layer = Description.LayerResults[i];
            int size = StridedLayout.Elements(layer.Shape);
            result[i] = new LayerActivation(
                layer.Name, layer.Kind, [.. layer.Shape], workspace.Batch(plan.NamedOutputs![i], size).ToArray());
        }

        Volatile.Write(ref activations, workspace);
        return result;
    }

    private void RequireActivations()
    {
        if (!HasActivations)
            throw WithoutActivations();
    }

    private NotSupportedException WithoutActivations() => new(
        $"{Name} does not keep what its layers give: [Network(Activations = true)] makes it so.");
}
