namespace NetGen;

/// <summary>−output[label], [batch, classes] or [batch, classes, …]: the output is log probabilities, as LogSoftmax gives them; a label is a class index.</summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html">PyTorch's NLLLoss</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class NLLAttribute : Attribute
{
    /// <summary>How the single losses become one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
