namespace NetGen.Compiler.Emission;

/// <summary>What the placeholders of a pattern stand for, as far as that is known.</summary>
internal sealed class Bindings
{
    private readonly Bindings? others;
    private readonly Placeholder? placeholder;
    private readonly ElementTerm term;

    private Bindings()
    {
    }

    private Bindings(Bindings others, Placeholder placeholder, ElementTerm term)
    {
        (this.others, this.placeholder, this.term) = (others, placeholder, term);
    }

    public static Bindings None { get; } = new();

    /// <summary>What a placeholder stands for, or null where that is open.</summary>
    public ElementTerm? this[Placeholder wanted] => placeholder == wanted ? term : others?[wanted];

    public Bindings With(Placeholder added, ElementTerm value) => new(this, added, value);
}
