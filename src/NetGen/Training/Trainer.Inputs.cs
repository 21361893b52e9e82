using NetGen.Runtime;

namespace NetGen;

public partial class Trainer
{
    /// <summary>A training step on a batch of several inputs with class labels: forward, loss, backward, update.</summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="labels">A class index for each sample (for each step or pixel, where the loss has one for each), from 0.</param>
    /// <returns>The loss of the batch before the update.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a label names no class.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no class indices.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(InputRows rows, ReadOnlySpan<int> labels)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return Labelled(rows.Of(Network), labels);
    }

    /// <summary>A training step on a batch of several inputs with targets: forward, loss, backward, update.</summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="targets">The numbers that the outputs are compared with, [batch, ..output shape].</param>
    /// <returns>The loss of the batch before the update.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a target is not finite.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no numbers.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(InputRows rows, ReadOnlySpan<float> targets)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return Targeted(rows.Of(Network), targets);
    }

    /// <summary>
    /// Runs the network as in training on a batch of several inputs, and keeps what <see cref="Backward(ReadOnlySpan{float}, InputRows)"/>
    /// needs.
    /// </summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="outputs">Receives exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Forward(InputRows rows, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ForwardOf(rows.Of(Network), outputs);
    }

    /// <summary>The same with the named outputs.</summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the room is another network's.</exception>
    public void Forward(InputRows rows, NetworkOutputs outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(outputs);
        outputs.Require(Network, SamplesOf(rows.Of(Network)), nameof(outputs));
        ForwardOf(rows.Of(Network), outputs.Output);
        outputs.TakeNamed(training, Network.NamedOutputRows);
    }

    /// <summary>Computes the gradients of the parameters, overwriting the previous ones, and those of the inputs.</summary>
    /// <param name="outputGradient">The gradient of the outputs of the last forward pass, [batch, ..output shape].</param>
    /// <param name="inputGradients">Receives the gradients of the inputs; tokens and lengths have none.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">There was no forward pass since the last backward pass.</exception>
    public void Backward(ReadOnlySpan<float> outputGradient, InputRows inputGradients) =>
        Backward(outputGradient, inputGradients.Of(Network));

    /// <summary>The same with gradients of the named outputs, which add to what comes from the output.</summary>
    /// <param name="outputGradients">The gradients of all outputs of the last forward pass.</param>
    /// <param name="inputGradients">Receives the gradients of the inputs; tokens and lengths have none.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a value is not finite, or the gradients are another network's.
    /// </exception>
    /// <exception cref="InvalidOperationException">There was no forward pass since the last backward pass.</exception>
    public void Backward(NetworkOutputs outputGradients, InputRows inputGradients) => Backward(outputGradients, inputGradients.Of(Network));
}
