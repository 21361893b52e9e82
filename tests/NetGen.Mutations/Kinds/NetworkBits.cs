namespace NetGen.Mutations.Kinds;

/// <summary>The bits of a network's parameters and statistics, to be compared with later ones.</summary>
internal sealed class NetworkBits(Network network)
{
    private readonly byte[] bits = BitsOf(network);

    /// <exception cref="InvalidOperationException">A value has changed.</exception>
    public void RequireSame(Network later, Exception refusal)
    {
        if (!BitsOf(later).AsSpan().SequenceEqual(bits))
            throw new InvalidOperationException("The file was refused, and has changed the network.", refusal);
    }

    private static byte[] BitsOf(Network network)
    {
        using var stream = new MemoryStream();
        network.Save(stream);
        return stream.ToArray();
    }
}
