using System.Text.RegularExpressions;
using CsCheck;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// Freezes parts of some random networks: a trunk, or layers, uses of blocks and compositions here and there. Its choices have a source of
/// their own, so that the networks are otherwise those that they would be.
/// </summary>
internal sealed partial class FrozenParts
{
    private const uint Stream = 16;

    private readonly Choices random;
    private readonly bool isAny;
    private readonly bool isTrunk;

    /// <param name="number">The network's number, which decides.</param>
    public FrozenParts(uint number)
    {
        random = new Choices(new PCG(Stream, number));
        isAny = random.OneIn(2);
        isTrunk = random.OneIn(2);
    }

    /// <summary>
    /// The attributes of a network, some of them frozen. In front of a loss something must be left that learns: one of the layers that
    /// surely do, and all behind it.
    /// </summary>
    public IReadOnlyList<string> In(IReadOnlyList<string> attributes, bool hasLoss)
    {
        if (!isAny)
            return attributes;
        int end = hasLoss
            ? Enumerable.Range(0, attributes.Count).LastOrDefault(index => Learns().IsMatch(attributes[index]), -1)
            : attributes.Count;
        return [.. attributes.Select((attribute, index) => index < end ? In(attribute, isTrunk ? 1 : 3) : attribute)];
    }

    /// <summary>
    /// The blocks of a network, some of their layers frozen; where something must be left that learns, it is not among these.
    /// </summary>
    public IReadOnlyList<string> InBlocks(IReadOnlyList<string> blocks, IReadOnlyList<string> attributes, bool hasLoss) =>
        !isAny || (hasLoss && !attributes.Any(Learns().IsMatch)) ? blocks : [.. blocks.Select(block => In(block, 4))];

    private string In(string text, int oneIn) => Freezable().Replace(
        text,
        found => random.OneIn(oneIn) ? $"{found.Groups["name"]}({Arguments(found.Groups["arguments"].Value)}Frozen = true)" : found.Value);

    private static string Arguments(string written) => written.Length > 0 ? written + ", " : "";

    /// <summary>A layer with parameters, a composition or a block, but no operand.</summary>
    [GeneratedRegex("""
        (?<=^|[\[ ,])
        (?<name>Linear|ConvTranspose[12]d|Conv[12]d|Embedding|PositionEmbedding|ClassToken|SelfAttention|Attention<\w+>|BatchNorm|LayerNorm
        |LSTM|GRU|RNN|GroupNorm|InstanceNorm|RMSNorm|Scale|PReLU|Block\d+|(Residual|Sum|Concat|Multiply)<[^>]*>)
        (\((?<arguments>[^()]*)\))?(?=[\],]|$)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Freezable();

    /// <summary>A layer with a weight of its own.</summary>
    [GeneratedRegex("""^(Linear|Conv[12]d|ConvTranspose[12]d)\((?!.*Tied)[^()]*\)$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Learns();
}
