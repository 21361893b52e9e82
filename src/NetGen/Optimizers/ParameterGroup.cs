using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Parameters with a learning rate or weight decay of their own (an entry of PyTorch's <c>param_groups</c>), for
/// <see cref="Optimizer.Groups"/>. Patterns over names say which: <c>new ParameterGroup("head.**") { LearningRateFactor = 10 }</c>.
/// </summary>
/// <remarks>
/// In a pattern <c>*</c> stands for one or more characters without a dot, and <c>**</c> for any one or more: <c>*.bias</c> is the bias of
/// each layer that is in no block, <c>**.bias</c> any bias. A parameter belongs to the first group with a pattern that it matches.
/// </remarks>
public sealed record ParameterGroup
{
    private readonly NamePattern[] patterns;

    /// <summary>The parameters whose names match one of the patterns.</summary>
    /// <param name="patterns">Names such as <c>conv1.weight</c>, or patterns; at least one.</param>
    /// <exception cref="ArgumentException">There is no pattern, or one is empty or has more than two stars side by side.</exception>
    public ParameterGroup(params string[] patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        if (patterns.Length == 0)
            throw new ArgumentException("There is no pattern; expected at least one, such as \"**.bias\".", nameof(patterns));
        this.patterns = [.. patterns.Select(text => NamePattern.Parse(text, nameof(patterns)))];
    }

    private ParameterGroup() => patterns = [];

    /// <summary>
    /// Parameters of at most one axis: biases, and weight and bias of normalisations. Weight decay is often left out for these:
    /// <c>ParameterGroup.Vectors with { WeightDecay = 0 }</c>.
    /// </summary>
    public static ParameterGroup Vectors { get; } = new();

    /// <summary>What the optimizer's learning rate, and that of a schedule, is multiplied by; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LearningRateFactor
    {
        get;
        init
        {
            Optimizer.RequireNotNegative(value, nameof(LearningRateFactor));
            field = value;
        }
    } = 1;

    /// <summary>The weight decay in place of the optimizer's, at least 0; null for the optimizer's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double? WeightDecay
    {
        get;
        init
        {
            if (value is { } decay)
                Optimizer.RequireNotNegative(decay, nameof(WeightDecay));
            field = value;
        }
    }

    /// <summary>The patterns, as messages name them.</summary>
    public override string ToString() =>
        patterns.Length == 0 ? nameof(Vectors) : string.Join(", ", patterns.Select(pattern => $"\"{pattern.Text}\""));

    /// <summary>Whether a parameter belongs to this group, unless one before has it.</summary>
    internal bool Has(TensorDescription parameter) => patterns.Length == 0
        ? parameter.Shape.Length <= 1
        : Array.Exists(patterns, pattern => pattern.Match(parameter.Name) is not null);

    /// <summary>The patterns that no parameter matches.</summary>
    internal IEnumerable<string> Unmatched(IReadOnlyList<TensorDescription> parameters) =>
        patterns.Where(pattern => parameters.All(parameter => pattern.Match(parameter.Name) is null)).Select(pattern => pattern.Text);
}
