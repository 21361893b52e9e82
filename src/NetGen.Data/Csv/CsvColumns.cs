namespace NetGen.Data;

/// <summary>
/// The columns of a CSV file that a network uses, by their names in the header; where the file has none, by their positions, from "0" on.
/// Columns that are not stated are not read.
/// </summary>
/// <remarks>
/// Features lie in the order in which they are stated here. Statistics and categories are those of the training part: of the whole file
/// until it is split.
/// </remarks>
public sealed class CsvColumns
{
    private readonly List<CsvColumn> columns = [];

    /// <summary>The columns, in the order in which they were stated.</summary>
    internal IReadOnlyList<CsvColumn> All => columns;

    /// <summary>How rows become samples of a series; null where each row is a sample.</summary>
    internal CsvWindow? Windows { get; private set; }

    /// <summary>A number: one feature.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="scaling">How it is scaled.</param>
    /// <param name="missing">What becomes of a field without a number.</param>
    /// <param name="log">Whether ln(1 + x) takes the place of x before it is scaled, for amounts that range over powers of ten.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The name is empty, or stated twice.</exception>
    public CsvColumns Number(string name, Scaling scaling = Scaling.Standard, Missing missing = Missing.Error, bool log = false) =>
        Add(new CsvColumn(name, CsvRole.Number) { Scaling = Defined(scaling), Missing = Defined(missing), Log = log });

    /// <summary>A category: a feature for each, 1 for the row's own and 0 for the others.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="categories">The categories in the order of the features; where none are stated, all of the file, sorted.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The name is empty or stated twice, or a category is.</exception>
    public CsvColumns OneHot(string name, params string[] categories) => OneHot(name, Unseen.Error, Missing.Error, categories);

    /// <summary>A category: a feature for each, 1 for the row's own and 0 for the others.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="unseen">What becomes of a category that the training part does not hold.</param>
    /// <param name="missing">What becomes of a field without a category; there is no mean of them.</param>
    /// <param name="categories">The categories in the order of the features; where none are stated, all of the file, sorted.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">
    /// The name is empty or stated twice, or a category is; or <paramref name="missing"/> is the mean.
    /// </exception>
    public CsvColumns OneHot(string name, Unseen unseen, Missing missing = Missing.Error, params string[] categories) =>
        Add(Category(name, CsvRole.OneHot, unseen, missing, categories));

    /// <summary>
    /// A category as a token, for an <see cref="EmbeddingAttribute"/>: an input of its own, by the column's name, and the first input where
    /// no column is a number or one-hot. The set states it as <c>[Sample(1, Name = "product", Vocabulary = 100)]</c>.
    /// </summary>
    /// <param name="name">The column's name.</param>
    /// <param name="unseen">
    /// What becomes of a category that the training part does not hold. With <see cref="Unseen.Ignore"/> the token 0 is what is unknown,
    /// and those of the categories begin at 1.
    /// </param>
    /// <param name="missing">What becomes of a field without a category; there is no mean of them.</param>
    /// <param name="categories">The categories in the order of the tokens; where none are stated, all of the file, sorted.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">
    /// The name is empty or stated twice, or a category is; or <paramref name="missing"/> is the mean.
    /// </exception>
    public CsvColumns Token(string name, Unseen unseen = Unseen.Error, Missing missing = Missing.Error, params string[] categories) =>
        Add(Category(name, CsvRole.Token, unseen, missing, categories));

    /// <summary>The class of a row.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="classes">The classes in the order of the network's outputs; where none are stated, all of the file, sorted.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The name is empty, a class is stated twice, or there is a label already.</exception>
    public CsvColumns Label(string name, params string[] classes) => Label(name, Missing.Error, classes);

    /// <summary>The class of a row.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="missing">What becomes of a row without a class: an error, or it is dropped.</param>
    /// <param name="classes">The classes in the order of the network's outputs; where none are stated, all of the file, sorted.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">
    /// The name is empty, a class is stated twice, or there is a label already; or <paramref name="missing"/> is a number.
    /// </exception>
    public CsvColumns Label(string name, Missing missing, params string[] classes)
    {
        if (columns.Find(column => column.Role == CsvRole.Label) is { } other)
            throw new ArgumentException($"'{other.Name}' is the label already; expected one, got '{name}' too.", nameof(name));
        return Add(Category(name, CsvRole.Label, Unseen.Error, Dropping(missing), classes));
    }

    /// <summary>A number to be predicted; several are predicted together, in this order.</summary>
    /// <param name="name">The column's name; it may be a <see cref="Number"/> too where windows predict its next values.</param>
    /// <param name="scaling">How it is scaled while the network learns; predictions are scaled back to the column's own unit.</param>
    /// <param name="missing">What becomes of a row without the number: an error, or it is dropped.</param>
    /// <param name="log">Whether ln(1 + x) takes the place of x before it is scaled.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The name is empty or stated twice, or <paramref name="missing"/> is a number.</exception>
    public CsvColumns Target(string name, Scaling scaling = Scaling.None, Missing missing = Missing.Error, bool log = false) =>
        Add(new CsvColumn(name, CsvRole.Target) { Scaling = Defined(scaling), Missing = Dropping(missing), Log = log });

    /// <summary>
    /// The group of a row, which is no feature: <c>SplitByGroup</c> keeps rows of a group together, and no window reaches across two.
    /// </summary>
    /// <param name="name">The column's name.</param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentException">The name is empty, or there is a group already.</exception>
    public CsvColumns Group(string name)
    {
        if (columns.Find(column => column.Role == CsvRole.Group) is { } other)
            throw new ArgumentException($"'{other.Name}' is the group already; expected one, got '{name}' too.", nameof(name));
        return Add(new CsvColumn(name, CsvRole.Group));
    }

    /// <summary>
    /// Makes samples of consecutive rows, [steps, features], as of a series: a sample begins at each row. Targets are the values of the
    /// next rows, [horizon, targets].
    /// </summary>
    /// <param name="steps">Rows of a sample, at least 1.</param>
    /// <param name="horizon">
    /// How many rows ahead are predicted, at least 1: each target is as many numbers. A label is that of the row so many behind the last of
    /// the sample; 0 there is the last row's own.
    /// </param>
    /// <returns>These columns.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no step, or the horizon is negative.</exception>
    public CsvColumns Window(int steps, int horizon = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        Windows = new CsvWindow(steps, horizon);
        return this;
    }

    /// <summary>Requires that the columns together are a data set's.</summary>
    /// <exception cref="ArgumentException">There is no feature, or both a label and targets, or windows of what has gaps.</exception>
    internal void Require()
    {
        if (!columns.Exists(column => column.Role is CsvRole.Number or CsvRole.OneHot or CsvRole.Token))
        {
            throw new ArgumentException(
                $"No column is a feature; expected at least one {nameof(Number)}, {nameof(OneHot)} or {nameof(Token)}.");
        }


        bool hasTarget = columns.Exists(column => column.Role == CsvRole.Target);
        if (hasTarget && columns.Find(column => column.Role == CsvRole.Label) is { } label)
            throw new ArgumentException($"'{label.Name}' is a label, and there are targets too; expected a label or targets.");
        if (Windows is null)
            return;
        if (columns.Find(column => column.Missing == Missing.DropRow) is { } dropped)
        {
            throw new ArgumentException(
                $"Rows without '{dropped.Name}' would be left out of a series, which then has gaps; expected {nameof(Missing.Mean)}, "
                    + $"{nameof(Missing.Zero)} or {nameof(Missing.Error)} beside {nameof(Window)}.");
        }

        if (hasTarget && Windows.Horizon == 0)
            throw new ArgumentException($"Targets of a {nameof(Window)} lie behind it; expected a horizon of at least 1, got 0.");
    }

    private static CsvColumn Category(string name, CsvRole role, Unseen unseen, Missing missing, string[] categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        if (Defined(missing) == Missing.Mean)
            throw new ArgumentException($"Categories as those of '{name}' have no mean; expected another rule.", nameof(missing));
        var stated = new HashSet<string>(StringComparer.Ordinal);
        foreach (string category in categories)
        {
            if (string.IsNullOrWhiteSpace(category) || category.AsSpan().Trim().Length != category.Length || !stated.Add(category))
            {
                throw new ArgumentException(
                    $"'{category}' of '{name}' is empty, begins or ends with a space, or is stated twice.", nameof(categories));
            }
        }

        return new CsvColumn(name, role) { Unseen = Defined(unseen), Missing = missing, Categories = [.. categories] };
    }

    private static Missing Dropping(Missing missing) => missing is Missing.Error or Missing.DropRow
        ? missing
        : throw new ArgumentException(
            $"What is to be predicted is not made up; expected {nameof(Missing.Error)} or {nameof(Missing.DropRow)}, got {missing}.",
            nameof(missing));

    private static T Defined<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentException($"{value} is no {typeof(T).Name}; expected {string.Join(", ", Enum.GetNames<T>())}.", nameof(value));

    private CsvColumns Add(CsvColumn column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column.Name, "name");
        if (columns.Exists(other => other.Name == column.Name && other.Role == column.Role))
            throw new ArgumentException($"'{column.Name}' is a {column.Role} already.", nameof(column));
        columns.Add(column);
        return this;
    }
}
