-- Run by Neovim itself: opens a document, asks what a reader would ask, and writes the answers as JSON.
-- Arguments in the environment: READOUT_SERVER, READOUT_FOLDER, READOUT_ANSWERS.
local server, folder, answers = vim.env.READOUT_SERVER, vim.env.READOUT_FOLDER, vim.env.READOUT_ANSWERS

local function write(value)
  vim.fn.writefile({ vim.fn.json_encode(value) }, answers)
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/seeds/harbour.txt'))
  vim.bo.filetype = 'seed'
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'readout',
    cmd = { 'node', server, '--stdio' },
    root_dir = folder,
    workspace_folders = { { uri = vim.uri_from_fname(folder), name = 'dispatches' } },
  })
  vim.lsp.buf_attach_client(buffer, id)
  assert(vim.wait(20000, function() return vim.lsp.buf_get_clients(buffer)[id] ~= nil end), 'the server did not start')

  local function ask(method, params)
    local answer = assert(vim.lsp.buf_request_sync(buffer, method, params, 20000), method .. ' was not answered')
    return answer[id] and answer[id].result
  end

  -- On "Solhaug" of the third line.
  vim.api.nvim_win_set_cursor(0, { 3, 2 })
  local here = vim.lsp.util.make_position_params(0, 'utf-16')
  local diagnostics = function() return vim.diagnostic.get(buffer) end
  assert(vim.wait(20000, function() return #diagnostics() > 0 end), 'no diagnostics')

  local references = {}
  vim.wait(20000, function()
    local found = ask('textDocument/references', vim.tbl_extend('force', here, { context = { includeDeclaration = true } }))
    references = vim.lsp.util.locations_to_items(found or {}, 'utf-16')
    for _, item in ipairs(references) do if item.filename:find('council') then return true end end
    return false
  end, 200)

  local symbols = vim.lsp.util.symbols_to_items(ask('textDocument/documentSymbol', { textDocument = here.textDocument }), buffer)
  local hover = vim.lsp.util.convert_input_to_markdown_lines(ask('textDocument/hover', here).contents)

  local problem = diagnostics()[1]
  local actions = ask('textDocument/codeAction', {
    textDocument = here.textDocument,
    range = {
      start = { line = problem.lnum, character = problem.col },
      ['end'] = { line = problem.end_lnum, character = problem.end_col },
    },
    context = { diagnostics = { problem.user_data and problem.user_data.lsp or nil }, only = { 'quickfix' } },
  })
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')

  write({
    hover = table.concat(hover, '\n'),
    references = vim.tbl_map(function(item) return vim.fn.fnamemodify(item.filename, ':t') .. ':' .. item.lnum end, references),
    symbols = vim.tbl_map(function(item) return item.text end, symbols),
    diagnostics = vim.tbl_map(function(item) return item.code or item.user_data.lsp.code end, diagnostics()),
    action = actions[1].title,
    mended = vim.api.nvim_buf_get_lines(buffer, 0, -1, false),
  })
  vim.lsp.stop_client(id)
end

local ok, failure = pcall(main)
if not ok then write({ failure = tostring(failure) }) end
vim.cmd('qall!')
