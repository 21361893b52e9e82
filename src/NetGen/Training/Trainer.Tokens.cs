namespace NetGen;

public partial class Trainer
{
    /// <summary>A training step on a batch of tokens with class labels: forward, loss, backward, update.</summary>
    /// <param name="tokens">The samples, [batch, steps], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="labels">A class index for each sample (for each step, where the loss has one for each), from 0.</param>
    /// <returns>
    /// The loss of the batch before the update. Where training diverges it is NaN or infinite, and the parameters are changed all the same.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, or a label names no class.
    /// </exception>
    /// <exception cref="NotSupportedException">The network's loss takes no class indices.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return Labelled(Network.InputOf(tokens, nameof(tokens)), labels);
    }

    /// <summary>A training step on a batch of tokens with targets: forward, loss, backward, update.</summary>
    /// <param name="tokens">The samples, [batch, steps], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="targets">The numbers that the outputs are compared with, [batch, ..output shape].</param>
    /// <returns>
    /// The loss of the batch before the update. Where training diverges it is NaN or infinite, and the parameters are changed all the same.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, or a target is not finite.
    /// </exception>
    /// <exception cref="NotSupportedException">The network's loss takes no numbers.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return Targeted(Network.InputOf(tokens, nameof(tokens)), targets);
    }

    /// <summary>
    /// Runs the network as in training (dropout drops, statistics are those of the batch) and keeps what
    /// <see cref="Backward(ReadOnlySpan{float}, Span{float})"/> needs. Tokens have no gradient.
    /// </summary>
    /// <param name="tokens">The samples, [batch, steps], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="outputs">Receives exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, or a token is outside of the vocabulary.
    /// </exception>
    public void Forward(ReadOnlySpan<int> tokens, Span<float> outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ForwardOf(Network.InputOf(tokens, nameof(tokens)), outputs);
    }

    /// <summary>The same with the named outputs.</summary>
    /// <param name="tokens">The samples, [batch, steps], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, or the room is another network's.
    /// </exception>
    public void Forward(ReadOnlySpan<int> tokens, NetworkOutputs outputs)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ArgumentNullException.ThrowIfNull(outputs);
        ReadOnlySpan<float> inputs = Network.InputOf(tokens, nameof(tokens));
        outputs.Require(Network, SamplesOf(inputs), nameof(outputs));
        ForwardOf(inputs, outputs.Output);
        outputs.TakeNamed(training, Network.NamedOutputRows);
    }
}
