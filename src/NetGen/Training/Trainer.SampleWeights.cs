using NetGen.Runtime;

namespace NetGen;

public partial class Trainer
{
    /// <summary>
    /// A training step on a batch with class labels, whose samples count by weights (Keras' <c>sample_weight</c>).
    /// </summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="labels">A class index for each sample (for each step or pixel, where the loss has one for each), from 0.</param>
    /// <param name="weights">A finite number of at least 0 for each sample, [batch]; a sample of weight 2 is one that stands twice.</param>
    /// <returns>
    /// The loss of the batch before the update, Σ wᵢlᵢ / Σ wᵢ; NaN where no sample counts, and then the gradients are 0.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a value is not finite, a label names no class, or a weight is negative.
    /// </exception>
    /// <exception cref="NotSupportedException">The network's loss takes no class indices.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireNumbers(inputs);
        return Labelled(inputs, labels, RequireWeights(weights, inputs));
    }

    /// <summary>
    /// A training step on a batch with targets, whose samples count by weights (Keras' <c>sample_weight</c>).
    /// </summary>
    /// <param name="inputs">The samples, [batch, ..input shape], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="targets">The numbers that the outputs are compared with, [batch, ..output shape].</param>
    /// <param name="weights">A finite number of at least 0 for each sample, [batch]; a sample of weight 2 is one that stands twice.</param>
    /// <returns>
    /// The loss of the batch before the update, Σ wᵢlᵢ / Σ wᵢ; NaN where no sample counts, and then the gradients are 0.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a value is not finite, a target of KLDiv is negative, or a weight is.
    /// </exception>
    /// <exception cref="NotSupportedException">The network's loss takes no numbers.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        RequireNumbers(inputs);
        return Targeted(inputs, targets, RequireWeights(weights, inputs));
    }

    /// <summary>
    /// A training step on a batch of tokens with class labels, whose samples count by weights (Keras' <c>sample_weight</c>).
    /// </summary>
    /// <param name="tokens">The samples, [batch, steps], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="labels">A class index for each sample (for each step or pixel, where the loss has one for each), from 0.</param>
    /// <param name="weights">A finite number of at least 0 for each sample, [batch]; a sample of weight 2 is one that stands twice.</param>
    /// <returns>
    /// The loss of the batch before the update, Σ wᵢlᵢ / Σ wᵢ; NaN where no sample counts, and then the gradients are 0.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, a label names no class, or a weight is negative.
    /// </exception>
    /// <exception cref="NotSupportedException">The network's loss takes no class indices.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ReadOnlySpan<float> inputs = Network.InputOf(tokens, nameof(tokens));
        return Labelled(inputs, labels, RequireWeights(weights, inputs));
    }

    /// <summary>
    /// A training step on a batch of tokens with targets, whose samples count by weights (Keras' <c>sample_weight</c>).
    /// </summary>
    /// <param name="tokens">The samples, [batch, steps], at most <see cref="BatchSize"/> of them.</param>
    /// <param name="targets">The numbers that the outputs are compared with, [batch, ..output shape].</param>
    /// <param name="weights">A finite number of at least 0 for each sample, [batch]; a sample of weight 2 is one that stands twice.</param>
    /// <returns>
    /// The loss of the batch before the update, Σ wᵢlᵢ / Σ wᵢ; NaN where no sample counts, and then the gradients are 0.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, a target is not finite, or a weight is negative.
    /// </exception>
    /// <exception cref="NotSupportedException">The network's loss takes no numbers.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ReadOnlySpan<float> inputs = Network.InputOf(tokens, nameof(tokens));
        return Targeted(inputs, targets, RequireWeights(weights, inputs));
    }

    /// <summary>
    /// A training step on a batch of several inputs with class labels, whose samples count by weights (Keras' <c>sample_weight</c>).
    /// </summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="labels">A class index for each sample (for each step or pixel, where the loss has one for each), from 0.</param>
    /// <param name="weights">A finite number of at least 0 for each sample, [batch]; a sample of weight 2 is one that stands twice.</param>
    /// <returns>
    /// The loss of the batch before the update, Σ wᵢlᵢ / Σ wᵢ; NaN where no sample counts, and then the gradients are 0.
    /// </returns>
    /// <exception cref="ArgumentException">A length does not fit, a label names no class, or a weight is negative.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no class indices.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(InputRows rows, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ReadOnlySpan<float> inputs = rows.Of(Network);
        return Labelled(inputs, labels, RequireWeights(weights, inputs));
    }

    /// <summary>
    /// A training step on a batch of several inputs with targets, whose samples count by weights (Keras' <c>sample_weight</c>).
    /// </summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="targets">The numbers that the outputs are compared with, [batch, ..output shape].</param>
    /// <param name="weights">A finite number of at least 0 for each sample, [batch]; a sample of weight 2 is one that stands twice.</param>
    /// <returns>
    /// The loss of the batch before the update, Σ wᵢlᵢ / Σ wᵢ; NaN where no sample counts, and then the gradients are 0.
    /// </returns>
    /// <exception cref="ArgumentException">A length does not fit, a target is not finite, or a weight is negative.</exception>
    /// <exception cref="NotSupportedException">The network's loss takes no numbers.</exception>
    /// <exception cref="InvalidOperationException">The loss is BCE, and an output is no probability.</exception>
    public float Step(InputRows rows, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ReadOnlySpan<float> inputs = rows.Of(Network);
        return Targeted(inputs, targets, RequireWeights(weights, inputs));
    }

    /// <exception cref="ArgumentException">There is not one for each sample, or one is negative or not finite.</exception>
    private ReadOnlySpan<float> RequireWeights(ReadOnlySpan<float> weights, ReadOnlySpan<float> inputs)
    {
        int samples = SamplesOf(inputs);
        if (weights.Length != samples)
            throw new ArgumentException($"{samples} samples have as many weights; got {weights.Length}.", nameof(weights));
        for (int i = 0; i < weights.Length; i++)
        {
            if (BatchCheck.IsNoWeight(weights[i]))
            {
                throw new ArgumentException(
                    $"Sample {i} has the weight {weights[i]}; expected a finite number of at least 0.", nameof(weights));
            }
        }

        return weights;
    }
}
